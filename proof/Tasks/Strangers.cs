namespace Proof.Tasks;

/// <summary>
/// What "another" means: for each thing that a request depends on, things of the same kind that belong to someone else. The list is fixed,
/// so that a contract cannot choose its own adversary; where a name can be mistaken for another by its beginning, one such name is in it.
/// </summary>
internal static class Strangers
{
    /// <summary>The role that an administrator of the account might have; the judge puts it into the account.</summary>
    public const string AdminRole = "SomeoneElsesAdmin";

    private const string Account = "999999999999";

    private static readonly string[] Services =
    [
        "cloudformation.amazonaws.com", "codebuild.amazonaws.com", "ec2.amazonaws.com", "ecs-tasks.amazonaws.com",
        "glue.amazonaws.com", "lambda.amazonaws.com", "sagemaker.amazonaws.com", "states.amazonaws.com",
    ];

    private static readonly Dictionary<string, ParameterKind> Kinds = new()
    {
        ["bucket"] = ParameterKind.Path,
        ["folder"] = ParameterKind.Path,
        ["repository"] = ParameterKind.Repository,
        ["name"] = ParameterKind.Name,
        ["role"] = ParameterKind.Role,
        ["identity"] = ParameterKind.Identity,
        ["service"] = ParameterKind.Service,
        ["account"] = ParameterKind.Account,
        ["log group"] = ParameterKind.LogGroup,
        ["namespace"] = ParameterKind.Namespace,
        ["key"] = ParameterKind.Key,
        ["secret"] = ParameterKind.Secret,
        ["subnet"] = ParameterKind.Subnet,
        ["security group"] = ParameterKind.SecurityGroup,
        ["external id"] = ParameterKind.ExternalId,
        ["subject"] = ParameterKind.Subject,
        ["organization"] = ParameterKind.Organization,
    };

    /// <summary>The words that may follow "do the same with another".</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Kinds.Keys, "region", "grantee", "audience"];

    /// <summary>The kind of parameter that a word stands for; null for what is no parameter.</summary>
    public static ParameterKind? KindOf(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>The same place, with another region or account.</summary>
    public static Place? Of(string word, Place place) => word switch
    {
        "region" => place with { Region = OtherRegion(place) },
        "account" => place with { Account = Account },
        _ => null,
    };

    /// <summary>The strangers to a literal of a request (<c>{service=sagemaker}</c>).</summary>
    public static IEnumerable<string> OfLiteral(string word) => word switch
    {
        "service" => [.. Services, "ecs", "rds.application-autoscaling.amazonaws.com"],
        "grantee" => ["false"],
        "audience" => ["https://someone-elses.example"],
        _ => [],
    };

    /// <summary>The strangers to a value of a parameter; null where the parameter can be left out.</summary>
    /// <param name="word">What is to be another.</param>
    /// <param name="value">The value that is the principal's own.</param>
    /// <param name="place">The stack's place.</param>
    /// <param name="roles">The ARNs of all roles of the contract.</param>
    public static IEnumerable<string?> Of(string word, string value, Place place, IEnumerable<string> roles) => word switch
    {
        "bucket" when S3Path.Parse(value) is { } path =>
            [$"{path with { Bucket = "someone-elses-bucket" }}", $"{path with { Bucket = $"{path.Bucket}-backup" }}"],
        "folder" when S3Path.Parse(value) is { Prefix.Length: > 0 } path =>
            [
                $"{path with { Prefix = "someone-elses/" }}",
                .. path.Prefix.EndsWith('/') ? [$"{path with { Prefix = $"{path.Prefix[..^1]}-backup/" }}"] : Array.Empty<string>(),
            ],
        "repository" => value.StartsWith("arn:", StringComparison.Ordinal)
            ? [$"{value[..(value.LastIndexOf('/') + 1)]}someone-elses"]
            : ["someone-elses", $"{value}-backup"],
        "name" or "secret" => [$"someone-elses-{value}"],
        "role" => [place.Identity($"role/{AdminRole}"), .. roles],
        "identity" =>
        [
            $"arn:{place.Partition}:iam::{Account}:role/SomeoneElses",
            $"{value[..value.IndexOf('/', StringComparison.Ordinal)]}/SomeoneElses",
        ],
        "service" => Services,
        "account" => new[] { Account, null },
        "log group" => ["/aws/lambda/someone-elses"],
        "namespace" => ["SomeoneElses", "AWS/SageMaker"],
        "key" => [$"{value[..(value.LastIndexOf('/') + 1)]}00000000-0000-0000-0000-000000000000"],
        "subnet" => ["subnet-00000000000000000"],
        "security group" => ["sg-00000000000000000"],
        "subject" => new[] { "someone-elses", $"{value}-backup", $"someone-elses-{value}", null },
        "external id" => new[] { "someone-elses", null },
        "organization" => new[] { "o-someoneelses", null },
        _ => [],
    };

    private static string OtherRegion(Place place)
    {
        string[] regions = place.Partition switch
        {
            "aws-us-gov" => ["us-gov-east-1", "us-gov-west-1"],
            "aws-cn" => ["cn-north-1", "cn-northwest-1"],
            _ => ["eu-south-2", "ap-south-2"],
        };
        return regions.First(region => region != place.Region);
    }
}
