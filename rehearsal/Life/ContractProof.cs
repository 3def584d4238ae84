using System.Collections.Immutable;
using Rehearsal.Aws;
using Rehearsal.Engine;
using Rehearsal.Output;
using Rehearsal.Proof;
using Rehearsal.Proof.Contracts;
using Rehearsal.Proof.Results;
using Rehearsal.StackFiles;

namespace Rehearsal.Life;

/// <summary>The access contract beside a stack file, and its proof.</summary>
internal sealed class ContractProof
{
    private readonly AccessContract contract;
    private readonly AwsTarget target;

    private ContractProof(AccessContract contract, AwsTarget target)
    {
        this.contract = contract;
        this.target = target;
    }

    private Place Place => new(target.Partition, target.Account, target.Region);

    /// <summary>Reads the contract beside a stack file: <c>Pulumi.dev.access.yaml</c> beside <c>Pulumi.dev.yaml</c>.</summary>
    /// <param name="argument">The stack file.</param>
    /// <param name="account">The account that the stack is in.</param>
    /// <returns>Null if no contract stands there.</returns>
    /// <exception cref="BadInputException">The contract has faults.</exception>
    public static ContractProof? Beside(StackArgument argument, string account)
    {
        var file = ContractFile.Beside(argument.Config.Path);
        return File.Exists(file)
            ? new ContractProof(Checked(() => AccessContract.Read(file)), AwsProvider.Target(argument.Config.AwsSettings, account))
            : null;
    }

    /// <summary>Finds the rows that could never hold, whatever the account holds.</summary>
    /// <exception cref="BadInputException">There are such rows.</exception>
    public Task VetAsync() => Checked(async () =>
    {
        await AccessProof.VetAsync(contract, Place).ConfigureAwait(false);
        return true;
    });

    /// <summary>Proves the contract.</summary>
    /// <param name="details">What the account holds.</param>
    /// <param name="outputs">The stack's outputs; null for a live account, where principals are found by their names.</param>
    public Task<ProofResult> ProveAsync(AuthorizationDetails details, ImmutableDictionary<string, object?>? outputs) => Checked(() =>
        AccessProof.RunAsync(contract, details, Place, outputs is null ? null : StackOutputs.ToJson(outputs, showSecrets: false)));

    private static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidContractException invalid)
        {
            throw new BadInputException(invalid.Message);
        }
    }

    private static async Task<T> Checked<T>(Func<Task<T>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (InvalidContractException invalid)
        {
            throw new BadInputException(invalid.Message);
        }
    }
}
