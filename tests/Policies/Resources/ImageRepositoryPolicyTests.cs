using System.Text.Json.Nodes;
using Proof.Judging;
using Proof.Results;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Tests.Proof;

namespace SageMakerIam.Tests.Policies.Resources;

/// <summary>Who pulls from a repository by its policy.</summary>
public sealed class ImageRepositoryPolicyTests
{
    private const string Repository = "arn:aws:ecr:us-east-1:123456789012:repository/unet";
    private const string SageMaker = "sagemaker.amazonaws.com";

    [Theory]
    [InlineData("arn:aws:iam::210987654321:role/serving", "BatchGetImage", "", true)]
    [InlineData("arn:aws:iam::210987654321:role/serving", "PutImage", "", false)]
    [InlineData("arn:aws:iam::210987654321:role/serving", "ListImages", "", false)]
    [InlineData("arn:aws:iam::333333333333:role/serving", "GetDownloadUrlForLayer", "", true)]
    [InlineData("arn:aws:iam::444444444444:role/serving", "GetDownloadUrlForLayer", "", false)]
    [InlineData("arn:aws:iam::123456789012:role/nobody", "BatchGetImage", "", false)]
    [InlineData(SageMaker, "BatchGetImage", "210987654321", true)]
    [InlineData(SageMaker, "BatchCheckLayerAvailability", "333333333333", true)]
    [InlineData(SageMaker, "BatchGetImage", "444444444444", false)]
    [InlineData(SageMaker, "BatchGetImage", "", false)]
    [InlineData(SageMaker, "PutImage", "210987654321", false)]
    [InlineData("lambda.amazonaws.com", "BatchGetImage", "210987654321", false)]
    public async Task Images_ArePulledByTheAccounts_AndBySageMakerForThem(string by, string action, string sourceAccount, bool allowed)
    {
        var policy = ImageRepositoryPolicy.Document(["210987654321", "333333333333"], PolicyJudge.Account);
        var account = new Account().Role("nobody", """{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}""");
        var world = new JudgedWorld([account.Details], SmallStack.Place)
        {
            Layers = new() { Resources = new(KeyValuePair.Create(Repository, JsonNode.Parse(policy.ToJson()))) },
        };
        (string, string)[] context = sourceAccount.Length == 0 ? [] : [("aws:SourceAccount", sourceAccount)];

        var decision = await Judge.DecideAsync(world, by, $"ecr:{action}", Repository, context);

        decision.Result.Should().Be(allowed ? DecisionResult.Allowed : DecisionResult.Denied, decision.Why);
    }
}
