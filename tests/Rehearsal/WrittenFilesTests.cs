using System.Security.Cryptography;
using System.Text;

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
    public void Report_SaysWhatItRestsOn()
    {
        string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(files.Text(file))));

        files.Text("report.html").Should()
            .Contain("an emulated account").And
            .MatchRegex("Proven on</td><td>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8} UTC").And
            .Contain(HashOf("stack.yaml")).And
            .Contain(HashOf("stack.access.yaml")).And
            .Contain("not known: the stack file is in no Git repository").And
            .Contain("rehearse 0.1.0, on the Pulumi SDK from ").And
            .Contain("user build-server of 222222222222: it has no policies and nobody becomes it");
    }

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
