using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
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
/// <param name="options">What the user asked for.</param>
/// <param name="screen">Where to say what was found.</param>
internal sealed class LiveProof(RehearsalOptions options, Screen screen)
{
    private const string LiveAccount = "a real account, as `aws iam get-account-authorization-details` printed it";

    private const string Outputs = "Give what `pulumi stack output --json` printed.";

    /// <summary>Proves the contract of a stack.</summary>
    /// <exception cref="BadInputException">The stack cannot be used.</exception>
    /// <exception cref="InvalidContractException">The contract has faults.</exception>
    /// <exception cref="InvalidDetailsException">A file does not hold what an account holds.</exception>
    /// <exception cref="InvalidPoliciesException">A file does not hold the policies that it is given for.</exception>
    /// <exception cref="StepFailedException">The contract does not hold.</exception>
    public async Task ProveAsync()
    {
        OutputFile.CheckWritable("--report", options.Report);
        var argument = StackArgument.Read(options.Prove!);
        if (AwsProviderSettings.RegionFault(argument.Config.AwsSettings, PropertyMap.Empty) is { } fault)
        {
            throw new BadInputException(
                argument.Config.Path,
                fault,
                "Correct aws:region; for one that is newer than this list, set aws:skipRegionValidation to true.");
        }

        var details = AuthorizationDetails.Read(options.AuthorizationDetailsFrom);
        var outputs = options.OutputsFrom is { } file ? ReadOutputs(file) : null;
        var layers = options.Layers() with
        {
            Resources = options.ResourcePolicies is { } policies
                ? ResourcePolicies.Read(policies, arns => OwnResources.OfOthers(arns, argument, outputs))
                : ResourcePolicies.None,
        };
        if (details.Identities is not [{ } someone, ..])
        {
            throw new InvalidDetailsException(options.AuthorizationDetailsFrom[0], "the account has no user and no role.");
        }

        var proof = StackProof.Of(argument, someone.Arn.Split(':')[4]);
        if (proof.Unproven is { } why)
        {
            throw new BadInputException("--prove", why, "docs/access-contracts.md says how to write one.");
        }

        await proof.VetAsync().ConfigureAwait(false);
        var result = await proof.ProveAsync(details, layers, outputs).ConfigureAwait(false);
        ImmutableArray<string> files =
        [
            .. options.AuthorizationDetailsFrom, .. new[] { options.ResourcePolicies, options.OutputsFrom }.OfType<string>(),
            .. options.PolicyFiles,
        ];
        screen.Heading($"{argument.Config.Path}: its access contract, over {string.Join(", ", files)}");
        screen.Proof(result);
        var origin = Origin.Of(argument, LiveAccount, limits: [], engine: null, files);
        OutputFile.Write(options.Report, ProofReport.Render(result, argument.Stack, origin));
        if (!result.Held)
        {
            throw new StepFailedException("The account does not hold to the access contract.");
        }
    }

    private static JsonObject ReadOutputs(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) as JsonObject ?? throw new BadInputException(file, "it is no map.", Outputs);
        }
        catch (JsonException exception)
        {
            throw new BadInputException(file, $"no JSON: {exception.Message}", Outputs);
        }
        catch (IOException exception)
        {
            throw new BadInputException(file, exception.Message, Outputs);
        }
    }
}
