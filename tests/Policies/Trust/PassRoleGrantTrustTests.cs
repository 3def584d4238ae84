using SageMakerIam.Iam;
using SageMakerIam.Policies.Trust;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Trust;

public class PassRoleGrantTrustTests
{
    private const string Pipelines = "arn:aws:iam::222222222222:role/ci/pipelines";
    private const string ExternalId = "0123456789abcdefghijABCDEFGHIJ01";

    [Theory]
    [InlineData(Pipelines, ExternalId, true)]
    [InlineData(Pipelines, "0123456789ABCDEFGHIJabcdefghij01", false)]
    [InlineData("arn:aws:iam::222222222222:role/pipelines", ExternalId, false)]
    [InlineData("arn:aws:iam::222222222222:role/ci/pipelines2", ExternalId, false)]
    [InlineData("arn:aws:iam::333333333333:role/ci/pipelines", ExternalId, false)]
    [InlineData("sagemaker.amazonaws.com", ExternalId, false)]
    public async Task Role_IsAssumedByThePrincipalWithTheExternalIdAlone(string principal, string externalId, bool allowed) =>
        (await PolicyJudge.AssumesAsync(PassRoleGrantTrust.Document(Grant(), ExternalId), principal, ("sts:ExternalId", externalId)))
            .Should().Be(allowed);

    [Fact]
    public async Task Role_IsNotAssumedWithoutAnExternalId() =>
        (await PolicyJudge.AssumesAsync(PassRoleGrantTrust.Document(Grant(), ExternalId), Pipelines)).Should().BeFalse();

    [Theory]
    [InlineData("o-a1b2c3d4e5", true)]
    [InlineData("o-someoneelses", false)]
    public async Task Organization_MustBeThatOfThePrincipal(string organization, bool allowed)
    {
        var trust = PassRoleGrantTrust.Document(Grant() with { Organization = "o-a1b2c3d4e5" }, ExternalId);
        (await PolicyJudge.AssumesAsync(trust, Pipelines, ("sts:ExternalId", ExternalId), ("aws:PrincipalOrgID", organization))).Should()
            .Be(allowed);
    }

    [Fact]
    public async Task Organization_MustBeThere()
    {
        var trust = PassRoleGrantTrust.Document(Grant() with { Organization = "o-a1b2c3d4e5" }, ExternalId);
        (await PolicyJudge.AssumesAsync(trust, Pipelines, ("sts:ExternalId", ExternalId))).Should().BeFalse();
    }

    [Fact]
    public void LongestTrustPolicy_FitsIntoIamsQuota()
    {
        var longest = Arn.Parse($"arn:aws-us-gov:iam::222222222222:role/{new string('p', 510)}/{new string('r', 64)}")!;
        var trust = PassRoleGrantTrust.Document(
            Grant() with { Principal = longest, Organization = $"o-{new string('o', 32)}" }, new string('x', 256));
        trust.Size.Should().BeLessThan(2_048);
    }

    private static PassRoleGrantSettings Grant() => new() { ExecutionRoles = ["unet"], Principal = Arn.Parse(Pipelines)! };
}
