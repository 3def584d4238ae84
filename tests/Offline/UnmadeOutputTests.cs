using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers;
using SageMakerIam.Tests.Rehearsal;
using Wire;

namespace SageMakerIam.Tests.Offline;

/// <summary>
/// Outputs of what an update skipped or failed to make, on the slice. (The official SDK 3.112.1 does not know yet that they can be unknown
/// where the result is a success, and reads null.)
/// </summary>
public class UnmadeOutputTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task WhatWasSkipped_IsUnknown() =>
        (await OutputsAsync(new UpdateOptions { Excludes = ["**"] })).Values.Should().AllBeOfType<Unknown>();

    [Fact]
    public async Task WhatFailed_IsUnknown() =>
        (await OutputsAsync(new UpdateOptions { ContinueOnError = true, Fails = urn => Urn.Name(urn) == "unmade" }))
            .Values.Should().AllBeOfType<Unknown>();

    [Fact]
    public async Task WhatWasMade_IsKnown() => (await OutputsAsync(UpdateOptions.Default))["path"].Should().Be("path /teams/");

    private async Task<ImmutableDictionary<string, object?>> OutputsAsync(UpdateOptions options)
    {
        var account = EmulatedAwsFixture.NewAccount();
        var stack = new PulumiStack("programs", "dev", new WarmProgram("unmade"), "/", new PluginHost(aws.Connect(), account));
        var config = new ProgramConfig(ImmutableSortedDictionary<string, string>.Empty
            .Add("aws:region", "us-east-1")
            .Add("aws:allowedAccountIds", $"[\"{account}\"]"));
        await stack.UpAsync(config, options);
        return stack.State.Outputs;
    }
}
