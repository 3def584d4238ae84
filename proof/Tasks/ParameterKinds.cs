using System.Text.RegularExpressions;

namespace Proof.Tasks;

/// <summary>What may stand at a parameter of each kind.</summary>
internal static class ParameterKinds
{
    /// <summary>A regular expression of all that may stand there.</summary>
    public static string Pattern(this ParameterKind kind) => kind switch
    {
        ParameterKind.Path => "s3://[^/]+/.*",
        ParameterKind.Key or ParameterKind.Identity => "arn:.*",
        ParameterKind.Service => @".*\.amazonaws\.com.*",
        ParameterKind.Account => "this|[0-9]{12}",
        ParameterKind.Name => "[A-Za-z0-9-]+",
        _ => ".+",
    };

    /// <summary>Whether a value may stand there; whether a role that it names exists is another question.</summary>
    public static bool Accepts(this ParameterKind kind, string value) => Regex.IsMatch(value, $"^(?:{kind.Pattern()})$");

    /// <summary>What may stand there, in words that complete "It is …".</summary>
    public static string Description(this ParameterKind kind) => kind switch
    {
        ParameterKind.Name => "a name, of letters, digits and hyphens",
        ParameterKind.Path => "a path in S3: s3://BUCKET/ for a whole bucket, s3://BUCKET/FOLDER/ for a folder",
        ParameterKind.Repository => "the name of an ECR repository, or its ARN",
        ParameterKind.Role => "an execution role or PassRole grant of this contract, or a role's ARN",
        ParameterKind.Identity => "the ARN of an identity",
        ParameterKind.Service => "a service principal, sagemaker.amazonaws.com say",
        ParameterKind.Account => "the number of an account, or 'this'",
        ParameterKind.Listing => "what SageMaker lists, TrainingJobs say",
        ParameterKind.LogGroup => "the name of a log group; with a slash at its end, every one under it",
        ParameterKind.Namespace => "a namespace of metrics",
        ParameterKind.Key => "the ARN of a KMS key",
        ParameterKind.Secret => "the name of a secret",
        ParameterKind.Subnet => "the id of a subnet",
        ParameterKind.SecurityGroup => "the id of a security group",
        ParameterKind.Subject => "the subject of a token, repo:acme/churn:ref:refs/heads/main say",
        ParameterKind.Organization => "the id of an AWS organization, o-…",
        _ => $"an external id; '{AccessRequest.OwnExternalId}' for the one that the role demands",
    };
}
