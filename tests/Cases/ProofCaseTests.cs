using Proof.Contracts;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Tests.Proof.Contracts;
using SageMakerIam.Tests.Rehearsal;
using SageMakerIam.Tests.Rehearsal.Accounts;
using SageMakerIam.Tests.Settings;

namespace SageMakerIam.Tests.Cases;

/// <summary>Stacks and contracts that say more than is meant, which are refused, and good ones, which can be proven wholly.</summary>
[Collection(nameof(KeptExample))]
public class ProofCaseTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "tests", "Cases");

    [Theory]
    [InlineData("overlap", "deployers.team.resourcePrefixes[0]: 'team-'. It reaches all that begins with 'team-a-' of deployers.team-a:*")]
    [InlineData("noslash", "executionRoles.er.buckets[0].prefix: 'train'. It is 'train-anything/' as well: end it with '/'*")]
    [InlineData(
        "wild2",
        "executionRoles.er.repositories.pull[0]: 'arn:aws:ecr:[*]:????????????:repository/unet'. Expected *",
        "executionRoles.er.kmsKeys[0]: 'arn:aws:kms:[*]:????????????:key/*'. Expected *")]
    public void Stack_ThatReachesMoreThanItSays_IsRefused(string name, params string[] faults)
    {
        var found = FluentActions.Invoking(() => StackOfFile.Read($"tests/Cases/{name}.yaml")).Should().Throw<InvalidSettingsException>()
            .Which.Faults.Select(fault => $"{fault}").ToList();
        found.Should().HaveSameCount(faults);
        foreach (var (said, fault) in found.Zip(faults))
        {
            said.Should().Match(fault.Replace("[*]", "*", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Contract_ThatSaysNothingOfWhatIsNotAllowed_DoesNotHold()
    {
        var (exit, text) = await RehearseCommand.RunAsync(Path.Combine(Folder, "mayonly2.yaml"), "--no-drift");
        exit.Should().Be(1);
        text.Should().MatchRegex("executionRoles.er: foreign reach is [0-9]{2,}, bounded at 0 beyond logins and lists");
    }

    [Theory]
    [InlineData("pullpush")]
    [InlineData("nested")]
    public async Task GoodStack_IsProvenToTheLastPart(string name)
    {
        var stack = await KeptExample.StartFileAsync(Path.Combine(Folder, $"{name}.yaml"));
        var proof = await stack.ProveAsync(AccessContract.Read(Path.Combine(Folder, $"{name}.access.yaml")));
        proof.Failures.Should().BeEmpty();
    }

    /// <summary>What an execution role has without a setting is said as all else, and what is not said is named with its row.</summary>
    [Fact]
    public async Task ARightThatEveryRoleHas_NeedsARow_WhichIsSaid()
    {
        const string row = "- look up role: er";
        var stack = await KeptExample.StartFileAsync(Path.Combine(Folder, "pullpush.yaml"));
        var contract = await File.ReadAllTextAsync(Path.Combine(Folder, "pullpush.access.yaml"));
        contract.Should().Contain(row);
        var without = contract.Replace(row, "", StringComparison.Ordinal).Replace("role, service", "service", StringComparison.Ordinal);
        (await stack.ProveAsync(ContractText.Read(without))).Failures.Should().Contain(failure =>
            failure.StartsWith("taken away and not missed: Action iam:GetRole", StringComparison.Ordinal)
            && failure.EndsWith("or add the row that needs it: 'look up role'", StringComparison.Ordinal));
    }
}
