using System.Collections.Immutable;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Trust;

/// <summary>The tokens that a keyless deployer is assumed with.</summary>
/// <param name="Issuer">Who gives them.</param>
/// <param name="Audience">The claim <c>aud</c>: whom they are for.</param>
/// <param name="Subjects">
/// The claims <c>sub</c>, any of which will do: what they are given to. One that ends in <c>*</c> is a beginning.
/// </param>
internal sealed record WebIdentity(OidcIssuer Issuer, string Audience, ImmutableArray<string> Subjects)
{
    // What a job of Pulumi Deployments may do to its stack; each has a subject of its own.
    private static readonly ImmutableArray<string> Operations = ["preview", "update", "refresh", "destroy"];

    /// <summary>The tokens of the jobs that the settings name.</summary>
    /// <exception cref="ArgumentException">The settings name none.</exception>
    public static WebIdentity Of(AssumedBySettings settings) => settings switch
    {
        { GitHubActions: { } job } => Of(job),
        { GitLab: { } job } => Of(job, settings.Issuer),
        { PulumiDeployments: { } job } => Of(job),
        { Oidc: { } token } => new(settings.Issuer, token.Audience, token.Subject),
        _ => throw new ArgumentException("The settings name no job.", nameof(settings)),
    };

    /// <remarks>
    /// GitHub Docs, "OpenID Connect reference", example subject claims; aws-actions/configure-aws-credentials asks for
    /// this audience. A colon in a value is written %3A.
    /// </remarks>
    private static WebIdentity Of(GitHubActionsSettings job)
    {
        IEnumerable<string> where = job switch
        {
            { Environment: { } environment } => [$"environment:{environment.Replace(":", "%3A", StringComparison.Ordinal)}"],
            { Tag: { } tag } => [$"ref:refs/tags/{tag}"],
            _ => job.Branch.Select(branch => $"ref:refs/heads/{branch}"),
        };
        return new(
            OidcIssuer.GitHubActions,
            "sts.amazonaws.com",
            [
                .. job.Subject is { } subject ? [subject] : Array.Empty<string>(),
                .. where.Concat(job.PullRequest ? ["pull_request"] : []).Select(part => $"repo:{job.Repository}:{part}"),
            ]);
    }

    /// <remarks>GitLab Docs, "Configure OpenID Connect in AWS to retrieve temporary credentials".</remarks>
    private static WebIdentity Of(GitLabSettings job, OidcIssuer issuer)
    {
        var (type, name) = job.Tag is { } tag ? ("tag", tag) : ("branch", job.Branch);
        return new(issuer, issuer.Url, [$"project_path:{job.Project}:ref_type:{type}:ref:{name}"]);
    }

    /// <remarks>Pulumi docs, deployments/guides/oidc, and administration, "OIDC", subject claim of Pulumi Deployments.</remarks>
    private static WebIdentity Of(PulumiDeploymentsSettings job) => new(
        OidcIssuer.PulumiDeployments,
        job.Organization,
        [.. Operations.Select(operation =>
            $"pulumi:deploy:org:{job.Organization}:project:{job.Project}:stack:{job.Stack}:operation:{operation}:scope:write")]);
}
