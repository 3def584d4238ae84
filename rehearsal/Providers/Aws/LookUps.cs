using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.Providers.Aws.Ecr;
using Rehearsal.Providers.Aws.Iam;
using Rehearsal.Providers.Aws.Kms;
using Rehearsal.Providers.Aws.S3;
using Rehearsal.Providers.Aws.SecretsManager;

namespace Rehearsal.Providers.Aws;

/// <summary>
/// The functions by which a program asks for something that it does not make. What a stack file names, and would find in the real account,
/// is stood in for; a name that is to be given is not.
/// </summary>
internal static class LookUps
{
    public static async Task<PropertyMap> RoleAsync(AwsClient aws, StandIns standIns, PropertyMap arguments)
    {
        var name = arguments.Text("name")!;
        await standIns.EnsureNamedAsync(aws, "Role", name).ConfigureAwait(false);
        var role = (await aws.IamAsync("GetRole", new { RoleName = name }).ConfigureAwait(false))["Role"]!;
        return PropertyMap.Of(
            ("arn", (string?)role["Arn"]),
            ("createDate", (string?)role["CreateDate"]),
            ("id", name),
            ("name", (string?)role["RoleName"]),
            ("path", (string?)role["Path"]),
            ("uniqueId", (string?)role["RoleId"]));
    }

    public static async Task<PropertyMap> UserAsync(AwsClient aws, StandIns standIns, PropertyMap arguments)
    {
        var name = arguments.Text("userName")!;
        await standIns.EnsureNamedAsync(aws, "User", name).ConfigureAwait(false);
        var user = (await aws.IamAsync("GetUser", new { UserName = name }).ConfigureAwait(false))["User"]!;
        return PropertyMap.Of(
            ("arn", (string?)user["Arn"]),
            ("id", (string?)user["UserId"]),
            ("path", (string?)user["Path"]),
            ("userId", (string?)user["UserId"]),
            ("userName", (string?)user["UserName"]));
    }

    public static async Task<PropertyMap> PolicyAsync(AwsClient aws, StandIns standIns, PropertyMap arguments)
    {
        var arn = arguments.Text("arn")!;
        var isStandIn = !arn.Contains(":iam::aws:", StringComparison.Ordinal)
            && await standIns.EnsureAsync(aws, new IamEntity("Policy", arn)).ConfigureAwait(false);
        var policy = (await aws.IamAsync("GetPolicy", new { PolicyArn = arn }).ConfigureAwait(false))["Policy"]!;

        // What the real one says of which this is the stand-in, is not known.
        var document = isStandIn ? null : await Policy.DocumentAsync(aws, policy).ConfigureAwait(false);
        return PropertyMap.Of(
            ("arn", arn),
            ("id", arn),
            ("name", (string?)policy["PolicyName"]),
            ("path", (string?)policy["Path"]),
            ("policy", document),
            ("policyId", (string?)policy["PolicyId"]));
    }

    public static async Task<PropertyMap> InstanceProfileAsync(AwsClient aws, PropertyMap arguments)
    {
        var request = new { InstanceProfileName = arguments.Text("name") };
        var profile = (await aws.IamAsync("GetInstanceProfile", request).ConfigureAwait(false))["InstanceProfile"]!;
        return PropertyMap.Of(
            ("arn", (string?)profile["Arn"]),
            ("id", (string?)profile["InstanceProfileId"]),
            ("name", (string?)profile["InstanceProfileName"]),
            ("path", (string?)profile["Path"]));
    }

    /// <exception cref="ProviderException">The account has no identity provider of the issuer.</exception>
    public static async Task<PropertyMap> IssuerAsync(AwsClient aws, PropertyMap arguments)
    {
        var url = arguments.Text("url")!;
        var host = url.Replace("https://", "", StringComparison.Ordinal);
        var answer = await aws.IamAsync("ListOpenIDConnectProviders", new { }).ConfigureAwait(false);
        var arn = AccountSnapshot.Arns(answer["OpenIDConnectProviderList"])
            .FirstOrDefault(arn => arn.EndsWith($":oidc-provider/{host}", StringComparison.Ordinal))
            ?? throw new ProviderException($"couldn't find resource: no identity provider of {url}");
        return PropertyMap.Of(("arn", arn), ("id", arn), ("url", host));
    }

    public static async Task<PropertyMap> BucketAsync(AwsClient aws, StandIns standIns, PropertyMap arguments)
    {
        var name = arguments.Text("bucket")!;
        await standIns.EnsureBucketAsync(aws, name).ConfigureAwait(false);
        var bucket = (await new Bucket().ReadAsync(aws, name, arguments).ConfigureAwait(false))!;
        return bucket.Only(["arn", "bucket", "bucketDomainName", "bucketRegion", "bucketRegionalDomainName", "region"]).With("id", name);
    }

    public static async Task<PropertyMap> BucketPolicyAsync(AwsClient aws, PropertyMap arguments)
    {
        var name = arguments.Text("bucket")!;
        var answer = await aws.S3Async("GetBucketPolicy", new { Bucket = name }).ConfigureAwait(false);
        return PropertyMap.Of(
            ("bucket", name), ("id", name), ("policy", JsonText.Ordered((string)answer["Policy"]!)), ("region", aws.Target.Region));
    }

    public static PropertyMap Key(StandIns standIns, PropertyMap arguments)
    {
        var arn = arguments.Text("keyId")!;
        standIns.Take($"key {arn}");
        return PropertyMap.Of(("arn", arn), ("enabled", true), ("id", arn[(arn.LastIndexOf('/') + 1)..]), ("keyId", arn));
    }

    /// <exception cref="ProviderException">There is none.</exception>
    public static async Task<PropertyMap> AliasAsync(AwsClient aws, PropertyMap arguments)
    {
        var name = arguments.Text("name")!;
        var alias = await new Alias().ReadAsync(aws, name, PropertyMap.Empty).ConfigureAwait(false)
            ?? throw new ProviderException($"couldn't find resource: no alias {name}");
        return alias.With("id", alias["arn"]);
    }

    public static async Task<PropertyMap> RepositoryAsync(AwsClient aws, PropertyMap arguments)
    {
        var name = arguments.Text("name")!;
        var repository = (await new Repository().ReadAsync(aws, name, PropertyMap.Empty).ConfigureAwait(false))!;
        return repository.Only(["arn", "imageTagMutability", "name", "region", "registryId", "repositoryUrl"]).With("id", name);
    }

    /// <exception cref="ProviderException">There is none of the name, or one that waits for its deletion.</exception>
    public static async Task<PropertyMap> SecretAsync(AwsClient aws, StandIns standIns, PropertyMap arguments)
    {
        if (arguments.Text("arn") is { } asked)
        {
            standIns.Take($"secret {asked}");
            return PropertyMap.Of(("arn", asked), ("id", asked), ("name", asked.Split(":secret:")[1][..^"-AbCdEf".Length]));
        }

        var name = arguments.Text("name")!;
        if (standIns.IsGiven($"secret {name}"))
        {
            var found = await Secret.FindAsync(aws, name).ConfigureAwait(false)
                ?? throw new ProviderException($"couldn't find resource: no secret {name}");
            return PropertyMap.Of(("arn", (string?)found["ARN"]), ("id", (string?)found["ARN"]), ("name", name));
        }

        standIns.Take($"secret {name}");
        var arn = $"arn:{aws.Target.Partition}:secretsmanager:{aws.Target.Region}:{aws.Target.Account}:secret:{name}-AbCdEf";
        return PropertyMap.Of(("arn", arn), ("id", arn), ("name", name));
    }
}
