using System.Collections.Immutable;
using Proof;
using Proof.Contracts;
using Proof.Report;
using Rehearsal.Engine;
using Rehearsal.Output;
using Rehearsal.Providers.Aws;
using Rehearsal.Report;
using Rehearsal.StackFiles;

namespace Rehearsal.Life;

/// <summary>
/// Proves a stack's access contract over what a real account holds, as
/// <c>aws iam get-account-authorization-details</c> printed it: nothing is emulated, and no credentials are needed.
/// </summary>
/// <param name="screen">Where to say what was found.</param>
/// <param name="report">Where to write the HTML report; null for nowhere.</param>
internal sealed class LiveProof(Screen screen, string? report)
{
    private const string LiveAccount = "a real account, as `aws iam get-account-authorization-details` printed it";

    /// <summary>Proves the contract of a stack.</summary>
    /// <param name="stack">The stack or stack file.</param>
    /// <param name="detailsFiles">The files that hold the accounts' authorization details, that of the stack's account first.</param>
    /// <param name="resourcePoliciesFile">The file that holds the policies of resources; null for none.</param>
    /// <exception cref="BadInputException">The stack cannot be used.</exception>
    /// <exception cref="InvalidContractException">The contract has faults.</exception>
    /// <exception cref="InvalidDetailsException">A file does not hold what an account holds.</exception>
    /// <exception cref="InvalidPoliciesException">A file does not hold the policies that it is given for.</exception>
    /// <exception cref="StepFailedException">The contract does not hold.</exception>
    public async Task ProveAsync(string stack, ImmutableArray<string> detailsFiles, string? resourcePoliciesFile)
    {
        OutputFile.CheckWritable("--report", report);
        var argument = StackArgument.Read(stack);
        if (AwsProviderSettings.RegionFault(argument.Config.AwsSettings, PropertyMap.Empty) is { } fault)
        {
            throw new BadInputException(
                argument.Config.Path,
                fault,
                "Correct aws:region; for one that is newer than this list, set aws:skipRegionValidation to true.");
        }

        var details = AuthorizationDetails.Read(detailsFiles);
        var resources = resourcePoliciesFile is null ? ResourcePolicies.None : ResourcePolicies.Read(resourcePoliciesFile);
        if (details.Identities is not [{ } someone, ..])
        {
            throw new InvalidDetailsException(detailsFiles[0], "the account has no user and no role.");
        }

        var proof = StackProof.Of(argument, someone.Arn.Split(':')[4]);
        if (proof.Unproven is { } why)
        {
            throw new BadInputException("--prove", why, "README.md says how to write one.");
        }

        await proof.VetAsync().ConfigureAwait(false);
        var result = await proof.ProveAsync(details, resources, outputs: null).ConfigureAwait(false);
        screen.Heading($"{argument.Config.Path}: its access contract, over {string.Join(", ", detailsFiles)}");
        screen.Proof(result);
        ImmutableArray<string> files = resourcePoliciesFile is null ? detailsFiles : [.. detailsFiles, resourcePoliciesFile];
        var origin = Origin.Of(argument, LiveAccount, limits: [], engine: null, files);
        OutputFile.Write(report, ProofReport.Render(result, argument.Stack, origin));
        if (!result.Held)
        {
            throw new StepFailedException("The account does not hold to the access contract.");
        }
    }
}
