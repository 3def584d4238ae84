using System.Text.Json.Nodes;
using Proof.Processes;

namespace Proof.Judging;

/// <summary>The judge of access, which decides by AWS's rules of policy evaluation.</summary>
/// <remarks>It is a process of its own, for a proof takes a processor for itself and is to hold up nothing else.</remarks>
public static class AccessJudge
{
    // For a proof over the largest of accounts.
    private static readonly TimeSpan LongestProof = TimeSpan.FromMinutes(10);

    private static readonly NodeModule Module = new(ProofFolder.File("judge/judge.mjs"));

    /// <summary>Starts the judge, to come up while something else does.</summary>
    public static void Start() => Module.Start();

    /// <summary>Calls a function of the judge.</summary>
    internal static Task<JsonNode?> CallAsync(string function, object request) => Module.CallAsync(function, request, LongestProof);
}
