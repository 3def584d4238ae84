using System.Text.Json.Nodes;
using Proof;
using Proof.Contracts;
using Proof.Judging;
using Proof.Results;
using Rehearsal.Providers.Aws;
using Rehearsal.StackFiles;

namespace Rehearsal.Life;

/// <summary>The proof of a stack: of the access contract beside its file, or of what can be told without one.</summary>
internal sealed class StackProof
{
    private readonly string stackFile;
    private readonly Task<AccessContract>? contract;
    private readonly Place place;

    private StackProof(string stackFile, Task<AccessContract>? contract, Place place)
    {
        this.stackFile = stackFile;
        this.contract = contract;
        this.place = place;
    }

    /// <summary>Ends when the contract is read: it is while the program comes up.</summary>
    /// <exception cref="InvalidContractException">The contract has faults.</exception>
    public Task Reading => contract ?? Task.CompletedTask;

    /// <summary>Why nothing is proven, a sentence or two; null where there is a contract.</summary>
    public string? Unproven
    {
        get
        {
            if (contract is not null)
            {
                return null;
            }

            var almost = ContractFile.AlmostBeside(stackFile).ToList();
            return $"no access contract stands beside {stackFile}."
                + (almost.Count == 0
                    ? ""
                    : $" Is it {string.Join(" or ", almost)}? It is to be named {Path.GetFileName(ContractFile.Beside(stackFile))}.");
        }
    }

    /// <summary>Begins to read the contract beside a stack file: <c>Pulumi.dev.access.yaml</c> beside <c>Pulumi.dev.yaml</c>.</summary>
    /// <param name="argument">The stack file.</param>
    /// <param name="account">The account that the stack is in.</param>
    public static StackProof Of(StackArgument argument, string account)
    {
        var file = ContractFile.Beside(argument.Config.Path);
        var target = AwsProviderSettings.Target(argument.Config.AwsSettings, account);
        return new StackProof(
            argument.Config.Path,
            File.Exists(file) ? Task.Run(() => AccessContract.Read(file)) : null,
            new Place(target.Partition, target.Account, target.Region));
    }

    /// <summary>Finds the rows that could never hold, whatever the account holds.</summary>
    /// <exception cref="InvalidContractException">There are such rows, or the contract has faults.</exception>
    public async Task VetAsync()
    {
        if (contract is not null)
        {
            await AccessProof.VetAsync(await contract.ConfigureAwait(false), place).ConfigureAwait(false);
        }
    }

    /// <summary>Proves the contract; without one, finds what can be told all the same.</summary>
    /// <param name="details">What the account holds.</param>
    /// <param name="layers">What decides beside the policies of its identities.</param>
    /// <param name="outputs">The stack's outputs; null where they are not known, and principals are found by their names.</param>
    public async Task<ProofResult> ProveAsync(AuthorizationDetails details, PolicyLayers layers, JsonObject? outputs) =>
        contract is null
            ? await AccessProof.RunWithoutContractAsync(details, place, outputs ?? [], layers).ConfigureAwait(false)
            : await AccessProof.RunAsync(await contract.ConfigureAwait(false), details, place, outputs, layers).ConfigureAwait(false);
}
