using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Resources;

/// <summary>
/// The policy of a VPC endpoint: through it come the account's own principals alone, to what is the account's own, and to what the stack's
/// principals are allowed of others. It gives nobody anything: what it lets through, other policies have to allow as before.
/// </summary>
/// <remarks>
/// AWS PrivateLink Guide, "Control access to VPC endpoints using endpoint policies"; AWS Whitepaper "Building a Data Perimeter on AWS",
/// "VPC endpoint policies"; IAM User Guide, "AWS global condition context keys".
/// </remarks>
internal static class EndpointPolicy
{
    private const string ResourceAccount = "aws:ResourceAccount";

    /// <param name="service">The service of the endpoint.</param>
    /// <param name="held">What the stack's principals are allowed.</param>
    /// <param name="buckets">The names of the buckets of this account that are reached by S3's, beside those that these name.</param>
    /// <param name="account">The account and region of the endpoint.</param>
    public static PolicyDocument Document(
        EndpointService service, IEnumerable<Statement> held, IEnumerable<string> buckets, AwsAccount account)
    {
        var prefix = $"{service.Namespace()}:";
        ImmutableArray<Statement> ofService =
        [
            .. held.Where(statement => statement.Effect == Effect.Allow)
                .Select(statement => statement with
                {
                    Actions = [.. statement.Actions.Where(action => action.StartsWith(prefix, StringComparison.Ordinal))],
                })
                .Where(statement => !statement.Actions.IsEmpty),
        ];
        return new([.. service == EndpointService.S3 ? OfS3(ofService, buckets, account) : OfAccount(prefix, ofService, account)]);
    }

    private static IEnumerable<Statement> OfAccount(string prefix, ImmutableArray<Statement> held, AwsAccount account)
    {
        yield return Through("OwnToOwn", account, [$"{prefix}*"], ["*"], Condition.StringEquals(ResourceAccount, account.AccountId));
        foreach (var statement in Numbered("OwnToOthers", held.Select(statement => statement with
        {
            Resources = [.. statement.Resources.Where(resource => IsOfAnother(resource, account))],
        })))
        {
            yield return Through(statement.Sid, account, statement.Actions, statement.Resources);
        }
    }

    private static IEnumerable<Statement> OfS3(ImmutableArray<Statement> held, IEnumerable<string> buckets, AwsAccount account)
    {
        // Whose a bucket is that is reached, where its statement says so.
        var named =
            from statement in held
            let owner = statement.Conditions.FirstOrDefault(condition => condition.Key == ResourceAccount)
            where owner is not null
            from resource in statement.Resources
            select (Bucket: resource.Split('/')[0], Owner: owner.Values.Single());
        foreach (var owner in named.Concat(buckets.Select(bucket => (Bucket: account.Bucket(bucket), Owner: account.AccountId)))
            .Distinct().OrderBy(bucket => bucket.Bucket, StringComparer.Ordinal).GroupBy(bucket => bucket.Owner, bucket => bucket.Bucket))
        {
            yield return Through(
                owner.Key == account.AccountId ? "OwnToOwn" : $"OwnTo{owner.Key}",
                account,
                ["s3:*"],
                [.. owner.SelectMany(bucket => new[] { bucket, $"{bucket}/*" })],
                Condition.StringEquals(ResourceAccount, owner.Key));
        }

        // What is not of one account: the list of all buckets, one that is yet to be made, and AWS's own.
        foreach (var statement in Numbered(
            "OwnToAny", held.Where(statement => statement.Conditions.All(condition => condition.Key != ResourceAccount))))
        {
            yield return Through(statement.Sid, account, statement.Actions, statement.Resources);
        }

        // ECR hands out addresses that it has signed itself, so that these requests are none of the account's principals'.
        yield return new Statement
        {
            Sid = "ImageLayers",
            Principal = Principal.Anyone,
            Actions = ["s3:GetObject"],
            Resources = [account.Objects($"prod-{account.Region}-starport-layer-bucket", "")],
        };
    }

    // Many principals hold the same.
    private static IEnumerable<Statement> Numbered(string sid, IEnumerable<Statement> statements) => statements
        .Where(statement => !statement.Resources.IsEmpty)
        .GroupBy(statement => string.Join(' ', statement.Actions))
        .Select((same, at) => same.First() with
        {
            Sid = $"{sid}{at + 1}",
            Resources = [.. same.SelectMany(statement => statement.Resources).Distinct()],
        });

    private static bool IsOfAnother(string resource, AwsAccount account) =>
        Arn.Parse(resource)?.AccountId is { Length: > 0 } owner && owner != account.AccountId;

    private static Statement Through(
        string sid,
        AwsAccount account,
        ImmutableArray<string> actions,
        ImmutableArray<string> resources,
        params IEnumerable<Condition> more) => new()
    {
        Sid = sid,
        Principal = Principal.Anyone,
        Actions = actions,
        Resources = resources,
        Conditions = [Condition.StringEquals("aws:PrincipalAccount", account.AccountId), .. more],
    };
}
