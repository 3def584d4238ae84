using Proof.Judging;
using Proof.Tasks;
using SageMakerIam.Tests.Schemas;

namespace SageMakerIam.Tests.Proof.Tasks;

public sealed class TaskLibraryTests
{
    public static TheoryData<string> Names { get; } = [.. TaskLibrary.Tasks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryRequestOfATask_CanBeAsked(string name)
    {
        var task = TaskLibrary.Tasks[name];
        var parameters = task.Parameters.Select(parameter => $"{parameter.Key}: '{Sample(parameter.Key, parameter.Value.Kind)}'");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $"executionRoles: {{ training: {{ may: [ {{ {string.Join(", ", parameters)} }} ] }} }}");
        try
        {
            await AccessProof.VetAsync(AccessSchemaVerdict.Read(file), SmallStack.Place);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ATask_NamesThePageOfDocumentationThatItComesFrom(string name) =>
        TaskLibrary.Tasks[name].Source.Should().MatchRegex("^https://(docs\\.(aws\\.amazon|github|gitlab)\\.com|www\\.pulumi\\.com/docs)/");

    [Theory]
    [MemberData(nameof(Names))]
    public void ATask_IsNamedForItsFirstParameter_AndNoOtherTaskIs(string name)
    {
        var task = TaskLibrary.Tasks[name];
        task.Parameters.Keys.First().Should().Be(name);
        task.Parameters.Keys.Skip(1).Should().NotIntersectWith(TaskLibrary.Tasks.Keys);
    }

    [Fact]
    public void NoTask_KnowsTheProgramsPolicies() =>
        typeof(TaskLibrary).Assembly.GetReferencedAssemblies().Should().NotContain(assembly => assembly.Name == "SageMakerIam");

    private static string Sample(string parameter, ParameterKind kind) => kind switch
    {
        _ when parameter == "of type" => "training-job",
        ParameterKind.Path => "s3://data/train/",
        ParameterKind.Role => "training",
        ParameterKind.Identity => "arn:aws:iam::210987654321:role/launcher",
        ParameterKind.Service => "sagemaker.amazonaws.com",
        ParameterKind.Account => "this",
        ParameterKind.Listing => "TrainingJobs",
        ParameterKind.LogGroup => "/aws/sagemaker/TrainingJobs",
        ParameterKind.Key => "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        ParameterKind.Subnet => "subnet-0123456789abcdef0",
        ParameterKind.SecurityGroup => "sg-0123456789abcdef0",
        _ => "sample",
    };
}
