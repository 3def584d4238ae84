namespace SageMakerIam.Tests.Rehearsal;

[Collection(CommandLineTests.Name)]
public sealed class WrittenFilesTests(WrittenFiles files) : IClassFixture<WrittenFiles>
{
    [Fact]
    public void Secrets_AreMaskedEverywhere()
    {
        var externalId = files.Details("details.json")["RoleDetailList"]!.AsArray()
            .SelectMany(role => role!["AssumeRolePolicyDocument"]!["Statement"]!.AsArray())
            .Select(statement => (string?)statement!["Condition"]?["StringEquals"]?["sts:ExternalId"]).OfType<string>().Single();

        var written = files.Said + files.Text("outputs.json") + files.Text("report.html");

        written.Should().Contain("[secret]").And.NotContainAny("AKIA", "AWS_SECRET_KEY", externalId);
    }

    [Fact]
    public void WhatIsStoodInFor_IsSaid() => files.Said.Should().Contain("stood in for: user build-server of 222222222222");

    [Fact]
    public void AuthorizationDetails_HoldExactlyWhatTheStackMade()
    {
        var details = files.Details("details.json");

        details["RoleDetailList"]!.AsArray().Select(role => (string)role!["RoleName"]!)
            .Should()
                .SatisfyRespectively(role => role.Should().Be("churn-training"), role => role.Should().StartWith("churn-build-server-"));
        details["UserDetailList"]!.AsArray().Should().ContainSingle().Which!["UserName"]!.ToString().Should().StartWith("ci-user-");
        details["Policies"]!.AsArray().Should().OnlyContain(policy => ((string)policy!["PolicyName"]!).StartsWith("ci-policy-"));
    }

    [Fact]
    public void AuthorizationDetails_OfAnotherAccount_AreInAFileOfItsNumber()
    {
        string[] AccountsOf(string file) =>
            [
                .. files.Details(file)["RoleDetailList"]!.AsArray().Concat(files.Details(file)["UserDetailList"]!.AsArray())
                    .Select(identity => ((string)identity!["Arn"]!).Split(':')[4]).Distinct(),
            ];

        AccountsOf("details.json").Should().Equal("123456789012");
        AccountsOf("details.222222222222.json").Should().Equal("222222222222");
    }
}
