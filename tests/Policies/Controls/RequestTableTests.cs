using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Policies;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary>Each control of a principal, by a table of requests.</summary>
public sealed class RequestTableTests
{
    private static readonly string[] EachValue = ["absent", "wrong", "right"];

    public static TheoryData<string> Tables => new(RequestTable.Rows.Keys);

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task WithoutTheControl_AllIsAllowed_AndWithIt_WhatTheTableSays(string control)
    {
        var rows = RequestTable.Rows[control];
        var requests = rows.Select(row => (row.Action, row.Context)).ToList();
        var controlled = ControlOf(control)(ControlledDeployer.WithoutControls);

        var without = await ControlledDeployer.AllowsAsync(ControlledDeployer.WithoutControls, requests);
        var with = await ControlledDeployer.AllowsAsync(controlled, requests);

        rows.Zip(without).Where(row => !row.Second).Select(row => row.First).Should().BeEmpty("no control is there to deny it");
        rows.Zip(with).Where(row => row.Second != row.First.Allowed).Select(row => row.First).Should().BeEmpty("it is decided otherwise");
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void EachActionThatTheControlDenies_StandsThere_WithTheValueAbsentWrongAndRight(string control)
    {
        var rows = RequestTable.Rows[control];
        // The isolation of a network is beside the network.
        var beside = control == "requireVpc.networkIsolation" ? Denials("requireVpc").Select(denial => denial.Sid) : [];
        var denied = Denials(control).ExceptBy(beside, denial => denial.Sid).SelectMany(denial => denial.Actions)
            .Except(["sagemaker:*"]).Select(action => action["sagemaker:".Length..]).Distinct().ToList();

        denied.SelectMany(action => EachValue.Select(value => (action, value)))
            .Should().BeSubsetOf(rows.Select(row => (row.Action, row.Value)));
        denied.Should().BeSubsetOf(rows.Where(row => !row.Allowed).Select(row => row.Action));
        rows.Select(row => row.Value).Should().Contain(EachValue);
        rows.Where(row => row.Value == "right").Should().OnlyContain(row => row.Allowed);
    }

    [Fact]
    public void EachControlOfAPrincipal_HasATable_AndEachSettingThatIsOne_IsAControl()
    {
        // The keys are what one of the controls asks for.
        var settings = Settings(typeof(IControlled), "").Where(setting => setting.Path != "kmsKeys")
            .Concat(Settings(typeof(DeployerSettings), "").Where(setting => setting.Path is "requireMfa" or "sourceIpRanges")).ToList();
        RequestTable.Rows.Keys.Should().BeEquivalentTo(settings.Select(setting => setting.Path));
        RequestTable.Rows.Keys.Select(Covering).Distinct().Should().BeEquivalentTo(EachControl.OfPrincipals.Keys);
        settings.Where(setting => setting.Type == typeof(ImmutableArray<string>)).Should().OnlyContain(setting =>
            RequestTable.Rows[setting.Path].Any(row => row.Value == "one of two"), "it takes several values");
    }

    private static IEnumerable<Statement> Denials(string control) =>
        DeployerPolicy.Statements(ControlOf(control)(ControlledDeployer.WithoutControls), [], PolicyJudge.Account)
            .Where(statement => statement.Effect == Effect.Deny);

    private static Func<DeployerSettings, DeployerSettings> ControlOf(string path) => EachControl.OfPrincipals[Covering(path)];

    // The subnets and the security groups are one control.
    private static string Covering(string path) =>
        path is "requireVpc.subnets" or "requireVpc.securityGroups" ? "requireVpc" : path;

    private static IEnumerable<(string Path, Type Type)> Settings(Type type, string prefix) => type.GetProperties()
        .Where(property => property.CanWrite || type.IsInterface)
        .SelectMany(property => property.PropertyType == typeof(RequiredVpc) || property.PropertyType == typeof(GuardrailSettings)
            ? Settings(property.PropertyType, $"{prefix}{Setting.KeyOf(property.Name)}.")
            : [($"{prefix}{Setting.KeyOf(property.Name)}", property.PropertyType)]);
}
