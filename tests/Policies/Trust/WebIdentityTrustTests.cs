using SageMakerIam.Iam;
using SageMakerIam.Policies.Trust;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Trust;

public class WebIdentityTrustTests
{
    private const string GitHub = "token.actions.githubusercontent.com";
    private const string GitLab = "gitlab.com";
    private const string Pulumi = "api.pulumi.com/oidc";

    private static readonly AssumedBySettings Branch = new() { GitHubActions = new() { Repository = "acme/churn", Branch = ["main"] } };

    [Fact]
    public async Task JobOfTheBranch_IsLetIn() => (await GitHubAsync(Branch, "repo:acme/churn:ref:refs/heads/main")).Should().BeTrue();

    [Theory]
    [InlineData("repo:acme/other:ref:refs/heads/main")]                    // another repository
    [InlineData("repo:acme/churn2:ref:refs/heads/main")]                   // another repository with the same prefix
    [InlineData("repo:acme-labs/churn:ref:refs/heads/main")]               // another organization with the same prefix
    [InlineData("repo:evil/acme/churn:ref:refs/heads/main")]               // the name inside another
    [InlineData("repo:acme/churn:pull_request")]                           // a pull request
    [InlineData("repo:acme/churn:ref:refs/heads/main2")]                   // another branch with the same prefix
    [InlineData("repo:acme/churn:ref:refs/heads/feature/main")]            // another branch that ends like it
    [InlineData("repo:acme/churn:ref:refs/tags/main")]                     // a tag of the branch's name
    [InlineData("repo:acme/churn:environment:main")]                       // an environment of the branch's name
    [InlineData("repo:acme@1/churn@2:ref:refs/heads/main")]                // a later repository of the same names
    [InlineData("REPO:ACME/CHURN:REF:REFS/HEADS/MAIN")]                    // in other letters
    [InlineData("*")]
    public async Task NearMiss_IsDenied(string subject) => (await GitHubAsync(Branch, subject)).Should().BeFalse();

    [Theory]
    [InlineData("repo:acme/churn:ref:refs/heads/main", true)]
    [InlineData("repo:acme/churn:ref:refs/heads/develop", true)]
    [InlineData("repo:acme/churn:pull_request", true)]
    [InlineData("repo:acme/churn:ref:refs/heads/feature", false)]
    [InlineData("repo:acme/other:pull_request", false)]
    [InlineData("repo:acme/churn:pull_request_target", false)]
    [InlineData("repo:acme/churn:environment:pull_request", false)]
    public async Task SeveralBranchesAndPullRequests_AreLetIn_AndNothingElse(string subject, bool assumed) => (await GitHubAsync(
        new() { GitHubActions = new() { Repository = "acme/churn", Branch = ["main", "develop"], PullRequest = true } }, subject))
        .Should().Be(assumed);

    [Theory]
    [InlineData("main", true)]
    [InlineData("main2", false)]
    [InlineData("feature", false)]
    public async Task CustomizedSubject_IsBoundToTheLetter(string branch, bool assumed)
    {
        const string workflow = "repo:acme/churn:environment:prod:job_workflow_ref:acme/workflows/.github/workflows/train.yml@refs/heads";
        var trusted = new AssumedBySettings { GitHubActions = new() { Repository = "acme/churn", Subject = $"{workflow}/main" } };
        (await GitHubAsync(trusted, $"{workflow}/{branch}")).Should().Be(assumed);
    }

    [Fact]
    public async Task MissingAudience_IsDenied() =>
        (await AssumesAsync(Branch, GitHub, (":sub", "repo:acme/churn:ref:refs/heads/main"))).Should().BeFalse();

    [Fact]
    public async Task AudienceOfAnotherService_IsDenied() =>
        (await AssumesAsync(Branch, GitHub, (":sub", "repo:acme/churn:ref:refs/heads/main"), (":aud", "https://github.com/acme"))).Should()
            .BeFalse();

    [Fact]
    public async Task MissingSubject_IsDenied() => (await AssumesAsync(Branch, GitHub, (":aud", "sts.amazonaws.com"))).Should().BeFalse();

    [Fact]
    public async Task ClaimsOfAnotherIssuer_AreDenied() =>
        (
            await PolicyJudge.AssumesWithTokenAsync(
                Trust(Branch),
                Provider(GitLab),
                ($"{GitLab}:sub", "repo:acme/churn:ref:refs/heads/main"),
                ($"{GitLab}:aud", "sts.amazonaws.com"))).Should().BeFalse();

    [Theory]
    [InlineData("production", "repo:acme/churn:environment:production", true)]
    [InlineData("production", "repo:acme/churn:environment:production2", false)]
    [InlineData("production", "repo:acme/churn:ref:refs/heads/main", false)]
    [InlineData("Production:V1", "repo:acme/churn:environment:Production%3AV1", true)]
    public async Task Environment_IsBoundByItsName(string environment, string subject, bool assumed) =>
        (await GitHubAsync(new() { GitHubActions = new() { Repository = "acme/churn", Environment = environment } }, subject)).Should()
            .Be(assumed);

    [Fact]
    public async Task Repository_WithIds_IsBoundByThemToo()
    {
        var trusted = new AssumedBySettings { GitHubActions = new() { Repository = "acme@123456/churn@456789", Tag = "v1" } };
        (await GitHubAsync(trusted, "repo:acme@123456/churn@456789:ref:refs/tags/v1")).Should().BeTrue();
        (await GitHubAsync(trusted, "repo:acme@123457/churn@456789:ref:refs/tags/v1")).Should().BeFalse();
    }

    [Theory]
    [InlineData("project_path:acme/ml/churn:ref_type:branch:ref:main", true)]
    [InlineData("project_path:acme/ml/churn:ref_type:tag:ref:main", false)]
    [InlineData("project_path:acme/ml/churn2:ref_type:branch:ref:main", false)]
    [InlineData("project_path:acme/churn:ref_type:branch:ref:main", false)]
    [InlineData("project_path:acme/ml/churn:ref_type:branch:ref:main-2", false)]
    public async Task GitLab_IsBoundToTheProjectAndBranch(string subject, bool assumed) =>
        (
            await AssumesAsync(
                new() { GitLab = new() { Project = "acme/ml/churn", Branch = "main" } },
                GitLab,
                (":sub", subject),
                (":aud", "https://gitlab.com"))).Should().Be(assumed);

    [Theory]
    [InlineData("gitlab.example.com", "gitlab.example.com", "https://gitlab.example.com", true)]
    [InlineData("gitlab.example.com", "gitlab.example.com", "https://gitlab.com", false)]
    [InlineData("gitlab.example.com", "gitlab.com", "https://gitlab.com", false)]
    [InlineData("gitlab.com", "gitlab.example.com", "https://gitlab.example.com", false)]
    public async Task GitLab_IsBoundToItsHost(string trusted, string host, string audience, bool assumed) =>
        (
            await PolicyJudge.AssumesWithTokenAsync(
                Trust(new() { GitLab = new() { Host = trusted, Project = "acme/churn", Branch = "main" } }),
                Provider(host),
                ($"{host}:sub", "project_path:acme/churn:ref_type:branch:ref:main"),
                ($"{host}:aud", audience))).Should().Be(assumed);

    [Theory]
    [InlineData("{repository}:{environment}:{step}", true)]
    [InlineData("{repository}:{environment}:", true)]
    [InlineData("{repository}:{environment}", false)]
    [InlineData("{repository}:{environment}2:{step}", false)]
    [InlineData("{repository}:{other}:{step}", false)]
    [InlineData("{Repository}:{environment}:{step}", false)]
    [InlineData("organization:acme:project:ml", true)]
    [InlineData("organization:acme:project:ml2", false)]
    public async Task Subject_IsABeginningWhereItSaysSo_AndElseToTheLetter(string subject, bool assumed) =>
        (
            await AssumesAsync(
                new()
                {
                    Oidc = new()
                    {
                        Issuer = "https://ci.example.com/oidc",
                        Audience = "acme",
                        Subject = ["{repository}:{environment}:*", "organization:acme:project:ml"],
                    },
                },
                "ci.example.com/oidc",
                (":sub", subject),
                (":aud", "acme"))).Should().Be(assumed);

    [Theory]
    [InlineData("pulumi:deploy:org:acme:project:ml:stack:prod:operation:update:scope:write", "acme", true)]
    [InlineData("pulumi:deploy:org:acme:project:ml:stack:prod:operation:preview:scope:write", "acme", true)]
    [InlineData("pulumi:deploy:org:acme:project:ml:stack:prod2:operation:update:scope:write", "acme", false)]
    [InlineData("pulumi:deploy:org:acme:project:ml2:stack:prod:operation:update:scope:write", "acme", false)]
    [InlineData("pulumi:deploy:org:acme2:project:ml:stack:prod:operation:update:scope:write", "acme2", false)]
    [InlineData("pulumi:deploy:org:acme:project:ml:stack:prod:operation:update:scope:write", "acme2", false)]
    [InlineData("pulumi:environments:org:acme:env:prod", "acme", false)]
    public async Task PulumiDeployments_IsBoundToTheStack(string subject, string audience, bool assumed) => (await AssumesAsync(
        new() { PulumiDeployments = new() { Organization = "acme", Project = "ml", Stack = "prod" } }, Pulumi, (":sub", subject),
        (":aud", audience))).Should().Be(assumed);

    private static Task<bool> GitHubAsync(AssumedBySettings trusted, string subject) =>
        AssumesAsync(trusted, GitHub, (":sub", subject), (":aud", "sts.amazonaws.com"));

    private static Task<bool> AssumesAsync(AssumedBySettings trusted, string host, params (string Claim, string Value)[] claims) =>
        PolicyJudge.AssumesWithTokenAsync(
            Trust(trusted), Provider(host), [.. claims.Select(claim => ($"{host}{claim.Claim}", claim.Value))]);

    private static PolicyDocument Trust(AssumedBySettings settings)
    {
        var identity = WebIdentity.Of(settings);
        return WebIdentityTrust.Document(identity, Provider(identity.Issuer.Host));
    }

    private static string Provider(string host) => PolicyJudge.Account.Global("iam", $"oidc-provider/{host}");
}
