using System.Net;
using System.Text.RegularExpressions;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Reading;

/// <summary>What a text of the configuration must look like.</summary>
/// <param name="Allowed">What is allowed, in words that complete "Expected …".</param>
/// <param name="Accepts">Whether a text is allowed.</param>
internal sealed partial record TextRule(string Allowed, Func<string, bool> Accepts)
{
    /// <summary>What a text that is not allowed gets wrong, a sentence; null where nothing is known of it.</summary>
    public Func<string, string?> Lesson { get; init; } = _ => null;

    /// <remarks>The name becomes part of the names of resources, which have 64 characters.</remarks>
    public static TextRule EntryName { get; } = new(
        "a name of 1 to 40 letters, digits, '-' and '_', beginning with a letter", text => EntryNamePattern().IsMatch(text));

    /// <summary>A region of AWS.</summary>
    public static TextRule Region { get; } = new(
        "a region of AWS, such as 'us-east-1'; for one that is newer than this program's list, set aws:skipRegionValidation to true",
        AwsRegions.IsKnown)
    {
        Lesson = NearestRegion,
    };

    /// <summary>A region that nothing is known of but how regions are written.</summary>
    public static TextRule RegionUnchecked { get; } = new("a region, such as 'us-east-1'", text => RegionPattern().IsMatch(text));

    /// <remarks>IAM User Guide, "IAM and AWS STS quotas", name quotas.</remarks>
    public static TextRule IamName { get; } = new(
        "an IAM name: 1 to 64 letters, digits and any of _+=,.@-", text => IamNamePattern().IsMatch(text));

    /// <remarks>Amazon S3 User Guide, "General purpose bucket naming rules".</remarks>
    public static TextRule BucketName { get; } = new(
        "a bucket's name: 3 to 63 lower-case letters, digits, '.' and '-', beginning and ending with a letter or digit",
        text => BucketNamePattern().IsMatch(text) && !text.Contains("..", StringComparison.Ordinal));

    /// <summary>A prefix of object keys: what a policy would take for a wildcard or a variable is refused.</summary>
    public static TextRule KeyPrefix { get; } = new(
        "the beginning of object keys, such as 'train/', without a leading '/' and without *, ? or $",
        text => KeyPrefixPattern().IsMatch(text));

    /// <remarks>SageMaker names are letters, digits and '-'; in an ARN they are in lower case.</remarks>
    public static TextRule ResourcePrefix { get; } = new(
        "the beginning of the names of SageMaker resources, such as 'unet-': 2 to 40 lower-case letters, digits and '-', beginning with a letter or digit",
        text => ResourcePrefixPattern().IsMatch(text));

    /// <remarks>Amazon CloudWatch User Guide, "Namespaces".</remarks>
    public static TextRule MetricNamespace { get; } = new(
        "a CloudWatch namespace, such as '/aws/sagemaker/*': letters, digits and any of ._-/#: and space, with '*' only behind other characters",
        text => MetricNamespacePattern().IsMatch(text));

    /// <remarks>AWS Secrets Manager API Reference, CreateSecret.</remarks>
    public static TextRule SecretName { get; } = new(
        "the name of a secret: 1 to 512 letters, digits and any of /_+=.@-", text => SecretNamePattern().IsMatch(text));

    public static TextRule SubnetId { get; } = new("a subnet's id, such as 'subnet-0a1b2c3d'", text => SubnetIdPattern().IsMatch(text));

    public static TextRule SecurityGroupId { get; } = new("a security group's id, such as 'sg-0a1b2c3d'", text => SecurityGroupIdPattern().IsMatch(text));

    public static TextRule AccountId { get; } = new("the number of an account: 12 digits, in quotes", text => text.Length == 12 && text.All(char.IsAsciiDigit));

    /// <summary>An external id. STS takes two characters and as many as 1,224; one that can be guessed keeps nobody out, and a trust policy has to hold it.</summary>
    /// <remarks>AWS Security Token Service API Reference, AssumeRole, ExternalId.</remarks>
    public static TextRule ExternalId { get; } = new(
        "an external id that cannot be guessed: 16 to 256 letters, digits and any of _+=,.@:/-", text => ExternalIdPattern().IsMatch(text));

    /// <remarks>AWS Organizations API Reference, Organization, Id.</remarks>
    public static TextRule Organization { get; } = new(
        "the id of an AWS organization: 'o-' and 10 to 32 lower-case letters and digits", text => OrganizationPattern().IsMatch(text));

    /// <remarks>The provider adds 26 characters, and a role's name has 64.</remarks>
    public static TextRule RoleNamePrefix { get; } = new(
        "the beginning of an IAM name: 1 to 38 letters, digits and any of _+=,.@-", text => text.Length <= 38 && IamName.Accepts(text));

    /// <summary>An ECR repository: its name, or the ARN of one in another account or region.</summary>
    public static TextRule Repository(AwsAccount account) => new(
        $"a repository's name in lower case, such as 'unet-training', or an ARN 'arn:{account.Partition}:ecr:REGION:ACCOUNT:repository/NAME'",
        text => Arn.Parse(text) is { } arn
            ? arn is { Service: "ecr", AccountId.Length: 12 } && IsRegionOf(account, arn) && RepositoryPattern().IsMatch(AfterType(arn, "repository/"))
            : RepositoryPattern().IsMatch(text))
    {
        Lesson = NearestRegionOfArn,
    };

    /// <summary>The ARN of a KMS key; an alias will not do, since IAM checks a key by its own ARN.</summary>
    public static TextRule KmsKey(AwsAccount account) => new(
        $"the ARN of a key, 'arn:{account.Partition}:kms:REGION:ACCOUNT:key/ID'",
        text => Arn.Parse(text) is { Service: "kms", AccountId.Length: 12 } arn && IsRegionOf(account, arn) && KeyIdPattern().IsMatch(AfterType(arn, "key/")))
    {
        Lesson = NearestRegionOfArn,
    };

    /// <summary>The ARN of a managed policy of this account or of AWS.</summary>
    public static TextRule PolicyArn(AwsAccount account) => new(
        $"the ARN of a policy of this account or of AWS, 'arn:{account.Partition}:iam::{account.AccountId}:policy/NAME'",
        text => Arn.Parse(text) is { Service: "iam", Region: "" } arn
            && arn.Partition == account.Partition
            && (arn.AccountId == "aws" || (AccountId.Accepts(arn.AccountId) && account.MayBe(arn.AccountId)))
            && PolicyNamePattern().IsMatch(AfterType(arn, "policy/")));

    /// <remarks>IAM User Guide, "IAM and AWS STS quotas", name quotas.</remarks>
    public static TextRule PolicyName { get; } = new(
        "the name of a policy: 1 to 128 letters, digits and any of _+=,.@-", text => OwnPolicyNamePattern().IsMatch(text));

    /// <summary>A managed policy: one of AWS by its name, or any by its ARN.</summary>
    public static TextRule ManagedPolicy(AwsAccount account) => new(
        $"the name of a policy of AWS, such as 'AmazonSageMakerReadOnly', or {PolicyArn(account).Allowed}",
        text => text.StartsWith("arn:", StringComparison.Ordinal) ? PolicyArn(account).Accepts(text) : PolicyNamePattern().IsMatch(text));

    /// <summary>The ARN of a role or user.</summary>
    public static TextRule RoleOrUserArn(AwsAccount account) => new(
        $"the ARN of a role or user, 'arn:{account.Partition}:iam::ACCOUNT:role/NAME'",
        text => Arn.Parse(text) is { Service: "iam", Region: "", AccountId.Length: 12 } arn
            && arn.Partition == account.Partition
            && arn.AccountId.All(char.IsAsciiDigit)
            && PrincipalPattern().IsMatch(arn.Resource))
    {
        Lesson = PrincipalLesson.Of,
    };

    /// <summary>The ARN of a role of one account.</summary>
    public static TextRule RoleArnOf(string partition, string accountId) => new(
        $"the ARN of a role of that account, 'arn:{partition}:iam::{accountId}:role/NAME'",
        text => Arn.Parse(text) is { Service: "iam", Region: "" } arn
            && arn.Partition == partition
            && arn.AccountId == accountId
            && arn.Resource.StartsWith("role/", StringComparison.Ordinal)
            && PrincipalPattern().IsMatch(arn.Resource));

    /// <summary>The ARN of an issuer's identity provider in this account.</summary>
    public static TextRule OidcProviderArn(OidcIssuer issuer, AwsAccount account)
    {
        var provider = $"oidc-provider/{issuer.Host()}";
        return new(
            $"the issuer's identity provider in this account, '{account.Global("iam", provider)}'",
            text => Arn.Parse(text) is { Service: "iam", Region: "" } arn
                && arn.Partition == account.Partition
                && AccountId.Accepts(arn.AccountId)
                && account.MayBe(arn.AccountId)
                && arn.Resource == provider);
    }

    /// <remarks>GitHub Docs, "OpenID Connect reference", immutable subject claims.</remarks>
    public static TextRule GitHubRepository { get; } = new(
        "a repository, 'OWNER/NAME', or with its ids, 'OWNER@ID/NAME@ID'", text => GitHubRepositoryPattern().IsMatch(text));

    /// <summary>A branch or a tag: what a policy would take for a wildcard or a variable is refused.</summary>
    /// <remarks>git-check-ref-format(1).</remarks>
    public static TextRule GitRef { get; } = new(
        "the whole name of a branch or tag, such as 'main', without refs/, spaces and *, ?, :, ~, ^, $", text => GitRefPattern().IsMatch(text));

    public static TextRule GitHubEnvironment { get; } = new(
        "the name of an environment: 1 to 255 characters without *, ? and $", text => GitHubEnvironmentPattern().IsMatch(text));

    public static TextRule GitLabProject { get; } = new(
        "a project with its groups, 'GROUP/PROJECT'", text => GitLabProjectPattern().IsMatch(text));

    /// <remarks>Pulumi docs, iac/concepts/projects and iac/concepts/stacks.</remarks>
    public static TextRule PulumiName { get; } = new(
        "a name of 1 to 100 letters, digits and any of _.-", text => PulumiNamePattern().IsMatch(text));

    public static TextRule ProfileName { get; } = new(
        "the name of a profile: 1 to 64 letters, digits and any of _.@-", text => ProfileNamePattern().IsMatch(text));

    /// <summary>An IP range in CIDR notation, as <c>aws:SourceIp</c> is compared with.</summary>
    public static TextRule IpRange { get; } = new(
        "an IP range such as '203.0.113.0/24', with its host bits zero, that is not the whole Internet",
        text => IPNetwork.TryParse(text, out var network)
            && network.PrefixLength > 0
            && IPAddress.Parse(text.Split('/')[0]).Equals(network.BaseAddress));

    // The stack's own region may be newer than the list.
    private static bool IsRegionOf(AwsAccount account, Arn arn) =>
        arn.Partition == account.Partition
        && (arn.Region == account.Region || (AwsRegions.IsKnown(arn.Region) && AwsAccount.In(arn.Region).Partition == arn.Partition));

    private static string? NearestRegionOfArn(string text) =>
        Arn.Parse(text) is { Region.Length: > 0 } arn && !AwsRegions.IsKnown(arn.Region) ? NearestRegion(arn.Region) : null;

    private static string AfterType(Arn arn, string type) =>
        arn.Resource.StartsWith(type, StringComparison.Ordinal) ? arn.Resource[type.Length..] : "";

    private static string? NearestRegion(string region) =>
        NearestWord.Of(region, AwsRegions.Names) is { } nearest ? $"The nearest region is '{nearest}'" : null;

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)+-[0-9]+\z")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]{0,39}\z")]
    private static partial Regex EntryNamePattern();

    [GeneratedRegex(@"^[A-Za-z0-9_+=,.@-]{1,64}\z")]
    private static partial Regex IamNamePattern();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketNamePattern();

    [GeneratedRegex(@"^([^/*?$\s][^*?$]{0,511})?\z")]
    private static partial Regex KeyPrefixPattern();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{1,39}\z")]
    private static partial Regex ResourcePrefixPattern();

    [GeneratedRegex(@"^[A-Za-z0-9._\-/#: ]{1,254}\*?\z")]
    private static partial Regex MetricNamespacePattern();

    [GeneratedRegex(@"^[A-Za-z0-9/_+=.@-]{1,512}\z")]
    private static partial Regex SecretNamePattern();

    [GeneratedRegex(@"^subnet-[0-9a-f]+\z")]
    private static partial Regex SubnetIdPattern();

    [GeneratedRegex(@"^sg-[0-9a-f]+\z")]
    private static partial Regex SecurityGroupIdPattern();

    [GeneratedRegex(@"^(?=.{2,256}\z)([a-z0-9]+([._-]+[a-z0-9]+)*/)*[a-z0-9]+([._-]+[a-z0-9]+)*\z")]
    private static partial Regex RepositoryPattern();

    [GeneratedRegex(@"^[A-Za-z0-9-]+\z")]
    private static partial Regex KeyIdPattern();

    [GeneratedRegex(@"^([A-Za-z0-9_+=,.@-]+/)*[A-Za-z0-9_+=,.@-]{1,128}\z")]
    private static partial Regex PolicyNamePattern();

    [GeneratedRegex(@"^[A-Za-z0-9_+=,.@-]{1,128}\z")]
    private static partial Regex OwnPolicyNamePattern();

    [GeneratedRegex(@"^[A-Za-z0-9_+=,.@:/-]{16,256}\z")]
    private static partial Regex ExternalIdPattern();

    [GeneratedRegex(@"^o-[a-z0-9]{10,32}\z")]
    private static partial Regex OrganizationPattern();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,38}(/[A-Za-z0-9._-]{1,100}|@[0-9]+/[A-Za-z0-9._-]{1,100}@[0-9]+)\z")]
    private static partial Regex GitHubRepositoryPattern();

    [GeneratedRegex(@"^(?!refs/)[^\s*?:~^$\\[\x00-\x20]{1,255}\z")]
    private static partial Regex GitRefPattern();

    [GeneratedRegex(@"^[^*?$]{1,255}\z")]
    private static partial Regex GitHubEnvironmentPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)+\z")]
    private static partial Regex GitLabProjectPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,100}\z")]
    private static partial Regex PulumiNamePattern();

    [GeneratedRegex(@"^[A-Za-z0-9_.@-]{1,64}\z")]
    private static partial Regex ProfileNamePattern();

    [GeneratedRegex(@"^(role|user)/([\x21-\x7e]+/)?[A-Za-z0-9_+=,.@-]{1,64}\z")]
    private static partial Regex PrincipalPattern();
}
