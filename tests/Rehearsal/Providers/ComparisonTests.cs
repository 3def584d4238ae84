using System.Collections.Immutable;
using Pulumirpc;
using Rehearsal.Engine;
using Rehearsal.Providers;
using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Aws.Iam;
using Wire;

namespace SageMakerIam.Tests.Rehearsal.Providers;

/// <summary>What Pulumi's provider compares, and what it replaces, as it was seen with Pulumi's engine.</summary>
public class ComparisonTests
{
    private const string Trust =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}""";

    [Theory]
    [InlineData(",\"", ",\n  \"")]
    [InlineData("\"sts:AssumeRole\"", "[\"sts:AssumeRole\"]")]
    [InlineData("\"111122223333\"", "[\"111122223333\"]")]
    [InlineData("111122223333", "arn:aws:iam::111122223333:root")]
    [InlineData("\"Version\":\"2012-10-17\",\"Statement\"", "\"Version\" : \"2012-10-17\", \"Statement\"")]
    [InlineData(",\"Action\":\"sts:AssumeRole\"}", "}", "\"Effect\"", "\"Action\":\"sts:AssumeRole\",\"Effect\"")]
    public void Document_InAnotherForm_IsTheSame(string what, string other, string more = " ", string another = " ")
    {
        var document = Trust.Replace(what, other, StringComparison.Ordinal).Replace(more, another, StringComparison.Ordinal);

        document.Should().NotBe(Trust);
        PolicyEquivalence.AreSame(Trust, document).Should().BeTrue();
    }

    [Fact]
    public void OneStatement_IsAListOfOne()
    {
        var document = Trust.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        PolicyEquivalence.AreSame(Trust, document).Should().BeTrue();
    }

    [Theory]
    [InlineData("\"Effect\"", "\"Sid\":\"Root\",\"Effect\"")]
    [InlineData("111122223333", "444455556666")]
    [InlineData("Allow", "Deny")]
    [InlineData("sts:AssumeRole", "sts:TagSession")]
    [InlineData("\"Version\":\"2012-10-17\",", "")]
    public void Document_ThatSaysSomethingElse_IsAnother(string what, string other) =>
        PolicyEquivalence.AreSame(Trust, Trust.Replace(what, other, StringComparison.Ordinal)).Should().BeFalse();

    [Fact]
    public void Condition_IsTheSame_WhateverTheOrderOfItsValues() => PolicyEquivalence.AreSame(
        """{"Statement":[{"Condition":{"StringEquals":{"aws:SourceAccount":["1","2"]},"Bool":{"aws:SecureTransport":true}}}]}""",
        """{"Statement":[{"Condition":{"Bool":{"aws:SecureTransport":"true"},"StringEquals":{"aws:SourceAccount":["2","1"]}}}]}""")
        .Should().BeTrue();

    // internal/service/accessanalyzer/archive_rule.go: filters are a set, the values of each a list.
    [Theory]
    [InlineData(new[] { "a", "b" }, new[] { "c" }, false)]
    [InlineData(new[] { "b", "a" }, new[] { "c" }, true)]
    [InlineData(new[] { "a", "b" }, new[] { "a", "b" }, true)]
    public void FiltersOfARule_AreTheSame_InAnotherOrder(string[] first, string[] second, bool isChange)
    {
        ImmutableDictionary<string, object?> Filter(string[] values) =>
            ImmutableDictionary<string, object?>.Empty.Add("eqs", values.ToImmutableArray<object?>());
        ImmutableArray<object?> before = [Filter(["c"]), Filter(["a", "b"])];
        ImmutableArray<object?> after = [Filter(first), Filter(second)];

        ResourceTypes.Find("aws:accessanalyzer/archiveRule:ArchiveRule")
            .Differences(PropertyMap.Of(("filters", before)), PropertyMap.Of(("filters", after)))
            .Any().Should().Be(isChange);
    }

    [Theory]
    [InlineData("aws:iam/role:Role", "name", true)]
    [InlineData("aws:iam/role:Role", "path", true)]
    [InlineData("aws:iam/role:Role", "description", false)]
    [InlineData("aws:iam/policy:Policy", "name", true)]
    [InlineData("aws:iam/policy:Policy", "description", true)]
    [InlineData("aws:secretsmanager/secret:Secret", "name", true)]
    [InlineData("aws:secretsmanager/secretVersion:SecretVersion", "secretString", true)]
    [InlineData("aws:iam/accessKey:AccessKey", "user", true)]
    [InlineData("aws:iam/accessKey:AccessKey", "status", false)]
    [InlineData("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "policyArn", true)]
    [InlineData("aws:iam/userPolicyAttachment:UserPolicyAttachment", "policyArn", true)]
    [InlineData("aws:iam/user:User", "name", false)]
    [InlineData("aws:iam/user:User", "path", false)]
    [InlineData("aws:iam/instanceProfile:InstanceProfile", "role", false)]
    public void Change_ReplacesOrNot(string type, string input, bool replaces)
    {
        var before = PropertyMap.Of((input, "before"));
        var request = new RegisterResourceRequest { Type = type, Object = PropertyEncoding.Encode(before.With(input, "after").Values) };

        var diff = ResourceTypes.Find(type).Diff(before, ResourceGoal.From(request, "urn:pulumi:s::p::t::n"));

        diff.Changed.Should().Equal(input);
        diff.Replaces.Any().Should().Be(replaces);
        diff.Kinds[input].Should().Be(replaces ? "update-replace" : "update");
    }
}
