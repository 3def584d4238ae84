using Proof.Contracts;
using Proof.Results;

namespace Proof.Report;

/// <summary>Who may do what with whom, as the judge decided the contract's rows.</summary>
/// <param name="Identities">The deployers, the holders of PassRole grants and the others, by their names in the contract.</param>
/// <param name="Services">The services.</param>
/// <param name="Roles">The execution roles, by their names in the contract.</param>
/// <param name="Passes">Which identity passes which role to which service.</param>
/// <param name="Assumptions">Who assumes which role: a service or an identity.</param>
/// <param name="Resources">Each resource, with who does what with it.</param>
internal sealed record AccessPicture(
    IReadOnlyList<string> Identities,
    IReadOnlyList<string> Services,
    IReadOnlyList<string> Roles,
    IReadOnlyList<(string Identity, string Role, string Service, bool Broken)> Passes,
    IReadOnlyList<(string By, string Role, bool Broken)> Assumptions,
    IReadOnlyList<PictureResource> Resources)
{
    private const string Made = "made in SageMaker";

    /// <summary>
    /// Draws the picture's facts from a proof: what the contract wants and holds, and what it forbids and finds allowed all the same.
    /// </summary>
    public static AccessPicture Of(ProofResult proof)
    {
        var principals = proof.Resolved.Contract.Principals;
        var facts = (
            from verdict in proof.Rows
            where verdict.Row.Entry is not AnotherEntry
            from pair in verdict.Row.Requests.Zip(verdict.Decisions)
            where pair.Second.Allowed && (verdict.Row.May || !verdict.Held)
            select (
                Request: pair.First, By: proof.NameOf(pair.First.By), On: proof.NameOf(pair.First.On), Broken: !verdict.Row.May)).ToList();
        var passes = facts.Where(fact => fact.Request.Action == "iam:PassRole")
            .Select(
                fact => (
                    fact.By,
                    fact.On,
                    Service: fact.Request.Context.GetValueOrDefault("iam:PassedToService", "any service"),
                    fact.Broken)).Distinct().ToList();
        var assumptions = facts.Where(fact => fact.Request.Action == "sts:AssumeRole").Select(fact => (fact.By, fact.On, fact.Broken))
            .Distinct().ToList();
        var resources = facts
            .Select(fact => (fact.By, fact.Broken, Use: UseOf(fact.Request)))
            .Where(fact => fact.Use is not null)
            .GroupBy(fact => fact.Use!.Value.Resource)
            .OrderByDescending(uses => uses.Key.StartsWith("s3:", StringComparison.Ordinal))
            .ThenBy(uses => uses.Key, StringComparer.Ordinal)
            .Select(uses => new PictureResource(uses.Key, [.. uses
                .GroupBy(use => (use.By, use.Broken))
                .Select(
                    group => new PictureUse(group.Key.By, [.. group.Select(use => use.Use!.Value.Verb).Distinct()], group.Key.Broken))]));
        return new AccessPicture(
            [.. principals.Where(principal => principal.Kind != PrincipalKind.ExecutionRoles).Select(principal => principal.Path)],
            [
                .. passes.Select(pass => pass.Service)
                    .Concat(assumptions.Select(by => by.By).Where(by => by.Contains(".amazonaws.", StringComparison.Ordinal)))
                    .Distinct(),
            ],
            [.. principals.Where(principal => principal.Kind == PrincipalKind.ExecutionRoles).Select(principal => principal.Path)],
            passes,
            assumptions,
            [.. resources]);
    }

    private static (string Resource, string Verb)? UseOf(AccessRequest request) => request.Action switch
    {
        "s3:GetObject" => (Path(request), "reads"),
        "s3:PutObject" => (Path(request), "writes"),
        "s3:DeleteObject" => (Path(request), "deletes"),
        "s3:PutObjectTagging" => (Path(request), "tags"),
        "s3:PutObjectAcl" => (Path(request), "shares"),
        "s3:CreateBucket" => ($"{Path(request)}/", "creates"),
        "ecr:GetDownloadUrlForLayer" => (Image(request), "pulls"),
        "ecr:PutImage" => (Image(request), "pushes"),
        "ecr:CreateRepository" => (Image(request), "creates"),
        "kms:Decrypt" => ("KMS key " + Last(request.On, '/')[..8] + "…", "uses"),
        "secretsmanager:GetSecretValue" => (
            "secret " + request.On.Split(":secret:")[1].Replace("-AbCdEf", "", StringComparison.Ordinal), "reads"),
        "logs:PutLogEvents" => ("logs of SageMaker", "writes"),
        "logs:GetLogEvents" => ("logs of SageMaker", "reads"),
        "cloudwatch:PutMetricData" => ($"metrics in {request.Context.GetValueOrDefault("cloudwatch:namespace")}", "writes"),
        "ec2:CreateNetworkInterface" when request.On.Contains(":subnet/", StringComparison.Ordinal) => (
            Last(request.On, '/'), "attaches to"),
        "sagemaker:InvokeEndpoint" => ($"endpoint {Last(request.On, '/')}", "invokes"),
        _ when request.Action.StartsWith("sagemaker:Create", StringComparison.Ordinal) => (Made, Kind(request.On)),
        _ => null,
    };

    private static string Path(AccessRequest request) =>
        $"s3://{request.On.Split(":::")[1].Replace("any-object", "", StringComparison.Ordinal)}";

    private static string Image(AccessRequest request) => $"image {Last(request.On, '/')}";

    private static string Kind(string arn) => $"{arn.Split(':', 6)[5].Split('/')[0].Replace('-', ' ')}s";

    private static string Last(string text, char separator) => text[(text.LastIndexOf(separator) + 1)..];
}

/// <summary>A resource of the picture.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Uses">Who does what with it.</param>
internal sealed record PictureResource(string Name, IReadOnlyList<PictureUse> Uses);

/// <summary>What someone does with a resource.</summary>
/// <param name="By">Who, by the name in the contract.</param>
/// <param name="Verbs">What is done.</param>
/// <param name="Broken">Whether the contract forbids it.</param>
internal sealed record PictureUse(string By, IReadOnlyList<string> Verbs, bool Broken);
