using Proof.Judging;
using Proof.Parameters;
using Proof.Tasks;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof.Tasks;

public sealed class TaskLibraryTests
{
    public static TheoryData<string> Names { get; } = [.. TaskLibrary.Tasks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryRequestOfATask_CanBeAsked(string name)
    {
        var task = TaskLibrary.Tasks[name].Value;
        var parameters = task.Parameters.Select(parameter => $"{parameter.Key}: '{parameter.Value.Kind.Sample}'");
        var contract = ContractText.Read($"executionRoles: {{ training: {{ may: [ {{ {string.Join(", ", parameters)} }} ] }} }}");
        await AccessProof.VetAsync(contract, SmallStack.Place);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ATask_NamesThePageOfDocumentationThatItComesFrom(string name) =>
        TaskLibrary.Tasks[name].Value.Source
            .Should().MatchRegex("^https://(docs\\.(aws\\.amazon|github|gitlab)\\.com|www\\.pulumi\\.com/docs)/");

    [Theory]
    [MemberData(nameof(Names))]
    public void ATask_IsNamedForItsFirstParameter_AndNoOtherTaskIs(string name)
    {
        var task = TaskLibrary.Tasks[name].Value;
        task.Parameters.Keys.First().Should().Be(name);
        task.Parameters.Keys.Skip(1).Should().NotIntersectWith(TaskLibrary.Tasks.Keys);
    }

    [Fact]
    public void EveryKindOfParameter_IsOneThatATaskNames() =>
        TaskLibrary.Tasks.Values.SelectMany(task => task.Value.Parameters.Values).Select(parameter => parameter.Kind).Distinct()
            .Should().BeEquivalentTo(ParameterKinds.All);

    [Fact]
    public void NoTask_KnowsTheProgramsPolicies() =>
        typeof(TaskLibrary).Assembly.GetReferencedAssemblies().Should().NotContain(assembly => assembly.Name == "SageMakerIam");
}
