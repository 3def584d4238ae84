using System.Text.Json;
using Proof.Processes;

namespace Proof.Judging;

/// <summary>The judge of access, which decides by AWS's rules of policy evaluation.</summary>
/// <remarks>It is a process of its own, for a proof takes a processor for itself and is to hold up nothing else.</remarks>
public static class AccessJudge
{
    // For a proof over the largest of accounts.
    private static readonly TimeSpan LongestProof = TimeSpan.FromMinutes(10);

    private static readonly NodeModule Module = new(ProofFolder.File("judge/judge.mjs"), JsonSerializerOptions.Web);

    /// <summary>Starts the judge, to come up while something else does.</summary>
    public static void Start() => Module.Start();

    /// <summary>Finds the requests that can never be asked.</summary>
    internal static Task<VetAnswer> VetAsync(VetRequest request) => CallAsync<VetAnswer>("vet", request);

    /// <summary>Proves a contract.</summary>
    internal static Task<ProveAnswer> ProveAsync(ProveRequest request) => CallAsync<ProveAnswer>("prove", request);

    /// <summary>Decides requests.</summary>
    internal static Task<DecideAnswer> DecideAsync(DecideRequest request) => CallAsync<DecideAnswer>("decide", request);

    private static async Task<TAnswer> CallAsync<TAnswer>(string function, object request)
    {
        var answer = await Module.CallAsync(function, request, LongestProof).ConfigureAwait(false);
        return answer.Deserialize<TAnswer>(JsonSerializerOptions.Web)!;
    }
}
