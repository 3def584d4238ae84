using Rehearsal.Engine;
using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.Providers.Aws.Iam;
using Rehearsal.PulumiCli;
using Rehearsal.StackFiles;

namespace Rehearsal.Life;

/// <summary>What Pulumi's own engine and provider need in an emulated account, and what is seen of them there.</summary>
/// <param name="engine">The engine.</param>
/// <param name="aws">The emulated AWS.</param>
/// <param name="endpoint">Its URL.</param>
internal sealed class LifeInPulumi(PulumiEngine engine, EmulatedAws aws, Uri endpoint)
{
    private readonly (string Folder, string Variable, string Backend) life = engine.Home.NewLife();

    /// <summary>What the engine is, and what is left out with it, in words.</summary>
    public string Words => $"Engine: {engine.Name} ({engine.Home.Cli}). With it, calls to AWS are not counted, access keys are not looked "
        + "at after each call, and nothing is changed by hand: the rehearsal's own engine does that.";

    /// <summary>A new stack.</summary>
    /// <param name="argument">Its stack file.</param>
    /// <param name="account">The account of the credentials that it runs with.</param>
    public async Task<IStack> StackAsync(StackArgument argument, string account)
    {
        var keys = await SessionKeys.VariablesAsync(ClientOf(argument.Config.AwsSettings, account)).ConfigureAwait(false);
        var variables = keys.Add(life.Variable, life.Backend).Add("AWS_ENDPOINT_URL", endpoint.AbsoluteUri.TrimEnd('/'));
        return new CliStack(engine.Home, argument.Project, argument.Stack, life.Folder, variables);
    }

    /// <summary>
    /// Stands in for the principals and the policies that a stack file names by their ARNs. The provider asks the account itself, so that
    /// they have to be there before.
    /// </summary>
    /// <param name="config">The stack file.</param>
    /// <param name="account">The account of the credentials that the stack runs with.</param>
    public async Task StandInAsync(StackConfig config, string account)
    {
        var target = AwsProviderSettings.Target(config.AwsSettings, account);
        foreach (var entity in ConfiguredTexts.Of(config).Select(text => Named(text.Value, account)).OfType<IamEntity>().Distinct())
        {
            await aws.StandInAsync(target, entity).ConfigureAwait(false);
        }
    }

    /// <summary>Notes the accounts that a stack works in, so that they are looked at like its own.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="account">The account of the credentials that it runs with.</param>
    public void NoteAccounts(IStack stack, string account)
    {
        foreach (var settings in ((CliStack)stack).AwsProviders.Where(settings => AwsProviderSettings.AssumedRoles(settings).Any()))
        {
            ClientOf(settings, account);
        }
    }

    private AwsClient ClientOf(PropertyMap settings, string account) => aws.ClientFor(AwsProviderSettings.Target(settings, account));

    private static IamEntity? Named(string text, string account) => text.StartsWith("arn:", StringComparison.Ordinal)
        && text.Contains($":iam::{account}:policy/", StringComparison.Ordinal)
            ? new IamEntity("Policy", text)
            : IamEntity.FromArn(text);
}
