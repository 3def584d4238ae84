namespace SageMakerIam.Iam;

/// <summary>The account and region that the stack stands in; writes the ARNs of what is in them.</summary>
/// <param name="Partition">The region's partition: <c>aws</c>, <c>aws-us-gov</c> or <c>aws-cn</c> say.</param>
/// <param name="Region">The region, <c>us-east-1</c> say.</param>
/// <param name="AccountId">The account id: twelve digits; <c>ACCOUNT</c>, as messages say it, until AWS was asked for it.</param>
/// <remarks>IAM User Guide, "Identify AWS resources with Amazon Resource Names (ARNs)".</remarks>
internal sealed record AwsAccount(string Partition, string Region, string AccountId)
{
    private const string NotAskedFor = "ACCOUNT";

    /// <summary>Whether the account id is known.</summary>
    public bool IsKnown => AccountId != NotAskedFor;

    /// <summary>What the names of services' endpoints end with in the partition, and the values of <c>kms:ViaService</c>.</summary>
    /// <remarks>botocore's partitions.json, dnsSuffix.</remarks>
    public string DnsSuffix => Partition switch
    {
        "aws-cn" => "amazonaws.com.cn",
        "aws-eusc" => "amazonaws.eu",
        "aws-iso" => "c2s.ic.gov",
        "aws-iso-b" => "sc2s.sgov.gov",
        "aws-iso-e" => "cloud.adc-e.uk",
        "aws-iso-f" => "csp.hci.ic.gov",
        _ => "amazonaws.com",
    };

    /// <summary>An account of which the region is all that is known.</summary>
    public static AwsAccount In(string region) => new(PartitionOf(region), region, NotAskedFor);

    /// <summary>Whether an account id is this account's, as far as is known.</summary>
    public bool MayBe(string accountId) => !IsKnown || accountId == AccountId;

    /// <summary>The ARN of something in this account and region.</summary>
    /// <param name="service">The service's namespace, <c>sagemaker</c> say.</param>
    /// <param name="resource">The resource part, <c>training-job/unet-*</c> say.</param>
    public string Regional(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{AccountId}:{resource}";

    /// <summary>The ARN of something in this account that knows no region.</summary>
    /// <param name="service">The service's namespace, <c>iam</c> say.</param>
    /// <param name="resource">The resource part, <c>role/training</c> say.</param>
    public string Global(string service, string resource) => $"arn:{Partition}:{service}::{AccountId}:{resource}";

    /// <summary>The ARN of a bucket.</summary>
    public string Bucket(string name) => $"arn:{Partition}:s3:::{name}";

    /// <summary>The ARN of the objects of a bucket whose keys begin with a prefix.</summary>
    public string Objects(string bucket, string prefix) => $"{Bucket(bucket)}/{prefix}*";

    /// <summary>The ARN of an ECR repository: of one in this account and region by its name, of any other by its own ARN.</summary>
    public string Repository(string nameOrArn) =>
        nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn : Regional("ecr", $"repository/{nameOrArn}");

    /// <summary>
    /// The ARN of a secret: of one in this account and region by its name, with what AWS appends to it, of any other by its own ARN.
    /// </summary>
    public string Secret(string nameOrArn) =>
        nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn : Regional("secretsmanager", $"secret:{nameOrArn}-??????");

    /// <summary>The ARN of the repository of one of AWS's own images, in the account that hosts it in this region.</summary>
    /// <exception cref="InvalidOperationException">None is known to.</exception>
    public string AwsImage(string name) => AwsImages.AccountOf(name, Region) is { } host
        ? $"arn:{Partition}:ecr:{Region}:{host}:repository/{name}"
        : throw new InvalidOperationException($"No account is known that hosts {name} in {Region}.");

    /// <summary>The ARN of a managed policy: of one of AWS by its name, of any other by its own ARN.</summary>
    public string ManagedPolicy(string nameOrArn) => nameOrArn.StartsWith("arn:", StringComparison.Ordinal)
        ? nameOrArn
        : new Arn(Partition, "iam", "", "aws", $"policy/{nameOrArn}").ToString();

    /// <summary>The ARNs of the SageMaker resources of one type whose names begin with one of some prefixes.</summary>
    /// <param name="type">The resource type, <c>training-job</c> say.</param>
    /// <param name="prefixes">The beginnings of the names.</param>
    public IEnumerable<string> SageMaker(string type, IEnumerable<string> prefixes) =>
        prefixes.Select(prefix => Regional("sagemaker", $"{type}/{prefix}*"));

    // What botocore's partitions.json, and the AWS SDK of the provider after it, tell a partition by.
    private static string PartitionOf(string region) => region.Split('-') switch
    {
        ["cn", ..] => "aws-cn",
        ["eusc", ..] => "aws-eusc",
        ["us", "gov", ..] => "aws-us-gov",
        ["us", "iso", ..] => "aws-iso",
        ["us", "isob", ..] => "aws-iso-b",
        ["eu", "isoe", ..] => "aws-iso-e",
        ["us", "isof", ..] => "aws-iso-f",
        _ => "aws",
    };
}
