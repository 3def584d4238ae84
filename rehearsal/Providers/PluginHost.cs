using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Random;

namespace Rehearsal.Providers;

/// <summary>The providers that a stack is rehearsed with.</summary>
/// <param name="aws">The emulated AWS.</param>
/// <param name="homeAccount">The account of the credentials that the stack runs with.</param>
internal sealed class PluginHost(EmulatedAws aws, string homeAccount) : IProviders
{
    /// <inheritdoc/>
    public IReadOnlySet<string> Types { get; } = ImmutableHashSet.CreateRange([.. AwsProvider.Types, .. RandomProvider.Types]);

    /// <inheritdoc/>
    public IReadOnlySet<string> Functions { get; } = AwsFunctions.Tokens;

    /// <inheritdoc/>
    public ProviderCalls Calls => aws.Calls;

    /// <inheritdoc/>
    public IProvider Configure(string package, PropertyMap settings, PropertyMap stackSettings) => package switch
    {
        AwsProvider.Package => AwsProvider.Configure(aws, homeAccount, settings, stackSettings),
        RandomProvider.Package => new RandomProvider(),
        _ => throw new ArgumentException($"no type and no function is of the package {package}", nameof(package)),
    };

    /// <inheritdoc/>
    public Task PrepareAsync(string package, PropertyMap settings) =>
        package == AwsProvider.Package ? AwsProvider.PrepareAsync(aws, homeAccount, settings) : Task.CompletedTask;

    /// <inheritdoc/>
    public ImmutableArray<string> TakeRemarks() => aws.TakeRemarks();
}
