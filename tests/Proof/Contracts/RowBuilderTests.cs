using Proof;
using Proof.Contracts;

namespace SageMakerIam.Tests.Proof.Contracts;

public sealed class RowBuilderTests
{
    private const string NoData = "with an image of: none, on data under: none, results under: none";

    [Fact]
    public void ATask_IsTheRequestsOfEveryoneWhoTakesPart()
    {
        var row = Rows(
            "executionRoles: { training: {} }\ndeployers: "
            + "{ ci: { may: [ { train: job, as: training, with an image of: none, "
            + "on data under: s3://data/, results under: none } ] } }")[0];
        row.Requests.Select(request => $"{request.By.Split('/')[^1]} {request.Action}").Should().ContainInOrder(
            "ci sagemaker:CreateTrainingJob", "ci iam:PassRole", "sagemaker.amazonaws.com sts:AssumeRole", "training s3:GetObject",
            "training logs:PutLogEvents");
    }

    [Fact]
    public void WhatThereIsNone_IsNotAsked() =>
        Rows($"executionRoles: {{ training: {{}} }}\ndeployers: {{ ci: {{ may: [ {{ train: job, as: training, {NoData} }} ] }} }}")[0]
            .Requests.Should().NotContain(
                request => request.Action.StartsWith("s3:", StringComparison.Ordinal)
                    || request.Action.StartsWith("ecr:", StringComparison.Ordinal));

    [Theory]
    [InlineData("", "nightly")]
    [InlineData(", with model: churn", "churn")]
    public void AModel_IsNamedAsWhatUsesIt_UnlessTheContractSaysAnother(string said, string model) =>
        Rows(
            "deployers: { ci: { may: [ { transform: nightly, as: none, on data under: none, results under: none"
            + $"{said} }} ] }} }}")[0]
            .Requests.First(request => request.Action == "sagemaker:CreateTransformJob").Context["sagemaker:ModelArn"]
            .Should().Be($"arn:aws:sagemaker:us-east-1:123456789012:model/{model}");

    /// <summary>Each call that the client makes on what its user names, and none on what is its own besides, its role here.</summary>
    [Fact]
    public void WhatAClientMayNotDo_IsEachOfItsCallsOnWhatItNames()
    {
        var row = Rows(
            "executionRoles: { training: {} }\ndeployers: { ci: { "
            + "may: [ { train with the SageMaker SDK 3: churn-nightly, as: training } ], "
            + "mayNot: [ { train with the SageMaker SDK 3: payroll-nightly, as: training } ] } }")[^1];
        row.Expects.Should().Be(Expectation.NoneAllowed);
        row.Requests.Select(request => request.Action).Distinct().Should().BeEquivalentTo(
            "s3:PutObject", "sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob", "logs:GetLogEvents");
        row.Requests.Should().OnlyContain(request => request.On.Contains("payroll-nightly"));
    }

    /// <summary>What is made without a tag is denied; what is there without one is nobody else's.</summary>
    [Fact]
    public void AnotherTag_IsOfWhatIsMade_AndOfWhatIsThereWithATag()
    {
        var requests = Rows(
            "executionRoles: { plan: { resourcePrefixes: [Canvas], may: [ { work in Canvas: Canvas-a, of profile: d-1/plan, as: plan, "
            + "tagged: team=red } ], mayNot: [ do the same with another: tag ] } }")[^1].Requests;
        requests.Should().Contain(request => request.Action == "sagemaker:CreateModel" && request.Context.Count == 0)
            .And.Contain(request => request.Action == "sagemaker:DeleteModel" && request.Context.Values.Contains("someone-elses"))
            .And.NotContain(request => request.Action == "sagemaker:DeleteModel" && request.Context.Count == 0);
    }

    [Fact]
    public void WhatIsPutAsItIs_MayBeRefusedUnderAKeyOfS3s() =>
        Rows(
            "executionRoles: { training: { may: [ { write: s3://data/ } ], mayNot: [ { action: s3:PutObject, "
            + "on: arn:aws:s3:::data/any-object, with: { s3:x-amz-server-side-encryption: aws:kms } } ] } }")[^1]
            .Requests.Should().ContainSingle().Which.On.Should().Be("arn:aws:s3:::data/any-object");

    /// <summary>A contract of nothing but what clients were recorded to do tries what is nearest to each name of theirs.</summary>
    [Theory]
    [InlineData("name", "sagemaker:CreateTrainingJob", ":training-job/someone-elses-churn-nightly")]
    [InlineData("name", "s3:PutObject", ":sagemaker-us-east-1-123456789012/someone-elses-churn-nightly")]
    [InlineData("account", "sagemaker:CreateTrainingJob", ":123456789013:training-job/churn-nightly")]
    [InlineData("region", "sagemaker:DescribeTrainingJob", "eu-south-2:123456789012:training-job/churn-nightly")]
    [InlineData("role", "iam:PassRole", ":role/SomeoneElses")]
    [InlineData("bucket", "s3:PutObject", ":someone-elses-bucket/code/")]
    [InlineData("folder", "s3:PutObject", ":churn/someone-elses/")]
    public void AnotherOfAClients_IsTriedByEachOfItsCalls(string word, string action, string on) =>
        Rows(
            "executionRoles: { training: {} }\ndeployers: { ci: { "
            + "may: [ { train with the SageMaker SDK 3: churn-nightly, as: training }, "
            + "{ train with the SageMaker SDK 2: churn-nightly, upload under: s3://churn/code/, as: training } ], "
            + $"mayNot: [ do the same with another: {word} ] }} }}")
            [^1].Requests.Should().Contain(request => request.Action == action && request.On.Contains(on));

    [Fact]
    public void WhatALaunchSaysOfItself_IsInTheConditionKeysThatItsActionCarries()
    {
        var requests = Rows(
            $"executionRoles: {{ training: {{}} }}\ndeployers: {{ ci: {{ may: [ {{ train: job, as: training, {NoData}, "
            + "in subnets: [subnet-a, subnet-b], for at most: 60, tagged: project=a=b } ] } }")[0].Requests;
        requests.First(request => request.Action == "sagemaker:CreateTrainingJob").Context.Should().BeEquivalentTo(
            new Dictionary<string, string>
            {
                ["sagemaker:VpcSubnets"] = "subnet-a,subnet-b",
                ["sagemaker:MaxRuntimeInSeconds"] = "60",
                ["aws:RequestTag/project"] = "a=b",
            });
        requests.Where(request => request.Action == "sagemaker:UpdateTrainingJob").Should().ContainSingle("it says nothing of instances");
    }

    [Fact]
    public void AnotherNetwork_IsAnother_AnotherBesideOnesOwn_AndNone() =>
        Rows(
            $"executionRoles: {{ training: {{}} }}\ndeployers: {{ ci: {{ may: [ {{ train: job, as: training, {NoData}, "
            + "in subnets: [subnet-a, subnet-b] } ], "
            + "mayNot: [ do the same with another: network ] } }")
            [^1].Requests.Select(request => request.Context.GetValueOrDefault("sagemaker:VpcSubnets")).Should().Equal(
                "subnet-00000000000000000", "subnet-a,subnet-b,subnet-00000000000000000", null);

    [Theory]
    [InlineData("train", "sagemaker:CreateTrainingJob", "training-job/churn-1")]
    [InlineData("tune", "sagemaker:CreateHyperParameterTuningJob", "hyper-parameter-tuning-job/churn-1")]
    [InlineData("process data", "sagemaker:CreateProcessingJob", "processing-job/churn-1")]
    [InlineData("transform", "sagemaker:CreateTransformJob", "transform-job/churn-1")]
    [InlineData("run AutoML", "sagemaker:CreateAutoMLJobV2", "automl-job/churn-1")]
    [InlineData("create model", "sagemaker:CreateModel", "model/churn-1")]
    [InlineData("register a model in", "sagemaker:CreateModelPackage", "model-package/churn-1/1")]
    public void AStepOfAPipeline_IsMadeByThePipelinesRole_AndNoOtherIs(string step, string action, string resource)
    {
        var asked = Rows(
            "executionRoles: { line: {}, steps: {} }\ndeployers: { ci: { may: [ "
            + $"{{ run a pipeline: p, as: line, with steps: {step} churn-1, steps as: steps }} ] }} }}")[0]
            .Requests.Where(request => request.By.EndsWith("/line", StringComparison.Ordinal)).ToList();
        asked.Where(request => request.Action.StartsWith("sagemaker:Create", StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Should().Match<AccessRequest>(request => request.Action == action && request.On.EndsWith($":{resource}"));
        asked.Should().Contain(request => request.Action == "iam:PassRole" && request.On.EndsWith("role/steps"));
    }

    [Fact]
    public void AnotherRole_IsHandedOver_AndItsWorkIsNotThePrincipals() =>
        Rows(
            "executionRoles: { r: {}, line: { may: [ { run a pipeline: p, as: r, with steps: train job, steps as: r } ], "
            + "mayNot: [ do the same with another: role ] } }")
            [^1].Requests.Where(request => request.By.EndsWith("/line", StringComparison.Ordinal))
            .Select(request => request.Action).Distinct().Should().Equal("iam:PassRole");

    /// <summary>Which the narrow form of a role's VPC is not: AWS would refuse the job.</summary>
    [Theory]
    [InlineData("process data", true)]
    [InlineData("train", false)]
    public void AProcessingJobInAVpc_AsksForInterfacesEverywhere(string task, bool everywhere) =>
        Rows(
            "executionRoles: { r: {} }\ndeployers: { ci: { may: [ "
            + $"{{ {task}: job, as: r, {NoData}, in subnets: subnet-a, in security groups: sg-a }} ] }} }}")[0]
            .Requests.Any(request => request.Action == "ec2:CreateNetworkInterface" && request.On.Contains(":999999999999:subnet/"))
            .Should().Be(everywhere);

    [Fact]
    public void APipelineWithoutSteps_AsksNothingOfItsRole() =>
        Rows(
            "executionRoles: { line: {} }\ndeployers: { ci: { may: [ "
            + "{ run a pipeline: p, as: line, with steps: none, steps as: none } ] } }")[0]
            .Requests.Should().NotContain(request => request.By.EndsWith("/line", StringComparison.Ordinal));

    [Fact]
    public void PlaceholdersInAContract_AreThePlace() =>
        Rows("executionRoles: { a: { may: [ read: 's3://sagemaker-{region}-{account}/' ] } }")[0]
            .Requests.Should().Contain(request => request.On == "arn:aws:s3:::sagemaker-us-east-1-123456789012/any-object");

    [Fact]
    public void AnotherFolder_IsANeighbourWhoseNameBeginsTheSame() =>
        Another("folder").Should()
            .Contain("arn:aws:s3:::data/train-backup/any-object").And.Contain("arn:aws:s3:::data/someone-elses/any-object")
            .And.Contain("arn:aws:s3:::data/train2/any-object").And.Contain("arn:aws:s3:::data/any-object");

    [Fact]
    public void AnotherFolder_IsNoFolderToo() =>
        Rows("executionRoles: { a: { may: [ list: s3://data/train/ ], mayNot: [ do the same with another: folder ] } }")
            [^1].Requests.Should().Contain(request => request.On == "arn:aws:s3:::data" && request.Context.Count == 0);

    [Theory]
    [InlineData("[ churn-nightly, churn-search ]", "churn2-nightly")]
    [InlineData("[ churn-api, churn-api-2 ]", "churn2-api")]
    [InlineData("[ churn-a-x, churn-a-y ]", "churn-a2-x")]
    [InlineData("[ twin, twin-2 ]", "twi2n")]
    [InlineData("[ churn-nightly, other-nightly ]", "other2-nightly")]
    public void AnotherName_StandsBesideWhatTheNamesHaveInCommon(string names, string nearest) =>
        Rows(
            $"executionRoles: {{ r: {{}} }}\ndeployers: {{ a: {{ may: [ {{ train: {names}, as: r, {NoData} }} ], "
            + "mayNot: [ do the same with another: name ] } }")
            // What is one's own may not be tagged by another call.
            [^1].Requests.Where(request => request.Action != "sagemaker:AddTags").Select(request => request.On.Split('/')[^1])
                .Should().Contain(nearest)
                .And.NotContain(name => name == names.Trim('[', ' ').Split(',')[0]);

    [Fact]
    public void AnotherBucket_IsANeighbourWhoseNameBeginsTheSame() =>
        Another("bucket").Should()
            .Contain("arn:aws:s3:::data-backup/train/any-object").And.Contain("arn:aws:s3:::someone-elses-bucket/train/any-object");

    [Fact]
    public void AnotherRole_IsEveryOtherRoleOfTheContract() =>
        Rows(
            "executionRoles: { a: {}, b: {} }\ndeployers: "
            + "{ ci: { may: [ { pass: a, to: sagemaker.amazonaws.com } ], mayNot: [ do the same with another: role ] } }")
            [^1].Requests.Select(request => request.On).Should()
                .Contain("arn:aws:iam::123456789012:role/SomeoneElsesAdmin").And.Contain("arn:aws:iam::123456789012:role/b")
                .And.Contain("arn:aws:iam::123456789012:role/a2").And.Contain("arn:aws:iam::123456789012:role/A");

    [Fact]
    public void WhatIsOnesOwnForAnotherReason_IsNoStranger() =>
        Rows(
            "executionRoles: { a: {} }\ndeployers: { ci: { "
            + "may: [ { pass: a, to: sagemaker.amazonaws.com }, { pass: a, to: ec2.amazonaws.com } ], "
            + "mayNot: [ do the same with another: service ] } }")
            [^1].Requests.Select(request => request.Context.GetValueOrDefault("iam:PassedToService")).Should()
                .NotContain("ec2.amazonaws.com").And.Contain("lambda.amazonaws.com")
                .And.Contain("ec2.amazonaws.co").And.Contain((string?)null);

    [Fact]
    public void EveryPartition_HasItsOwnArns() =>
        Rows("executionRoles: { a: { may: [ read: s3://data/ ] } }", Place.Of("123456789012", "us-gov-west-1"))[0]
            .Requests.Should().OnlyContain(request => request.On.StartsWith("arn:aws-us-gov:s3:::", StringComparison.Ordinal));

    [Fact]
    public void WhoSaysNothingOfMayNot_MayDoNothingWithWhatIsAnothers() =>
        Rows("executionRoles: { a: { may: [ read: s3://data/train/ ] } }").Skip(1).Select(row => row.Entry.Text).Should().Equal(
            "do the same with another account", "do the same with another bucket", "do the same with another folder");

    [Fact]
    public void AnEmptyMayNot_IsMeant() =>
        Rows("executionRoles: { a: { may: [ read: s3://data/train/ ], mayNot: [] } }").Should().ContainSingle();

    private static IEnumerable<string> Another(string word) =>
        Rows($"executionRoles: {{ a: {{ may: [ read: s3://data/train/ ], mayNot: [ do the same with another: {word} ] }} }}")
            [^1].Requests.Select(request => request.On);

    private static IReadOnlyList<ContractRow> Rows(string yaml, Place? place = null) => new RowBuilder(
        ResolvedContract.Of(ContractText.Read(yaml), place ?? SmallStack.Place, new AuthorizationDetails(), null)).Build();
}
