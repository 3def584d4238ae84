using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Settings;
using SageMakerIam.Tests.Policies;

namespace SageMakerIam.Tests.Plan;

public class GrantsToOwnCheckTests
{
    [Theory]
    [InlineData("user/dev", true)]
    [InlineData("user/DEV", true)]
    [InlineData("user/a/path/dev", true)]
    [InlineData("user/dev-", false)]
    [InlineData("role/dev", false)]
    public void Grant_ToADeployerOfTheStack_IsReported_SinceItsEntryWouldTakeItAway(string principal, bool isReported) =>
        Faults(new DeployerSettings { UserName = "dev" }, principal).Should().BeEquivalentTo(isReported
            ? new[]
            {
                $"passRoleGrants.g.principal: 'arn:aws:iam::123456789012:{principal}'. deployers.d keeps every other policy off it, "
                + "this grant's too: say there what it may pass, or set exclusive: false there.",
            }
            : []);

    [Fact]
    public void Grant_ToAnAdoptedDeployer_IsReported() =>
        Faults(new DeployerSettings { UserName = "dev", Adopt = new() }, "user/dev").Should().ContainSingle();

    [Fact]
    public void Grant_ToADeployerThatIsNotExclusive_Stays() =>
        Faults(new DeployerSettings { UserName = "dev", Exclusive = false }, "user/dev").Should().BeEmpty();

    private static List<string> Faults(DeployerSettings deployer, string principal)
    {
        var grant = new PassRoleGrantSettings
        {
            ExecutionRoles = ["a"],
            Principal = Arn.Parse(PolicyJudge.Account.Global("iam", principal))!,
        };
        var settings = new StackSettings { Deployers = Entry("d", deployer), PassRoleGrants = Entry("g", grant) };
        var own = OwnPrincipal.Of(settings, LastUpdate.None);
        return [.. GrantsToOwnCheck.Faults(settings, PolicyJudge.Account, own).Select(fault => fault.ToString())];
    }

    private static ImmutableSortedDictionary<string, T> Entry<T>(string name, T settings) =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal).Add(name, settings);
}
