using System.Collections.Immutable;

namespace SageMakerIam.Tests.Rehearsal.Providers;

/// <summary>A program with every type of resource that is made in AWS.</summary>
internal static class EveryType
{
    /// <summary>Registers them; changed, each is changed in place.</summary>
    /// <param name="program">The program.</param>
    /// <param name="keys">Where to note the ids of the access keys of user <c>ci</c>.</param>
    /// <param name="isChanged">Whether they are changed.</param>
    public static async Task RegisterAsync(ProgramSession program, List<string> keys, bool isChanged)
    {
        var word = isChanged ? "changed" : "first";
        var policy = ProgramSession.ReadPolicy.Replace("data", $"data-{word}", StringComparison.Ordinal);
        var role = await program.RoleAsync("role", new { name = "role", description = word, tags = Tags(word) });
        var other = await program.RoleAsync("other", new { name = "other" });
        var roleName = role.Output("name");
        var inline = await program.RegisterAsync("aws:iam/rolePolicy:RolePolicy", "inline", new { role = roleName, policy });
        await program.RegisterAsync(
            "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive", "inline-alone",
            new { roleName, policyNames = List(inline.Outputs["name"]) });
        var held = (isChanged ? other : role).Output("name");
        await program.RegisterAsync("aws:iam/instanceProfile:InstanceProfile", "profile", new { name = "profile", role = held });
        var managed = await program.RegisterAsync("aws:iam/policy:Policy", "managed", new { name = "managed", policy });
        var (policyArn, policyArns) = (managed.Output("arn"), List(managed.Outputs["arn"]));
        await program.RegisterAsync("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "attached", new { role = roleName, policyArn });
        await program.RegisterAsync(
            "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "attached-alone", new { roleName, policyArns });
        var issuer = new { url = "https://gitlab.com", clientIdLists = List("sts.amazonaws.com", word) };
        await program.RegisterAsync("aws:iam/openIdConnectProvider:OpenIdConnectProvider", "issuer", issuer);
        await program.RoleAsync("bounded", new { name = "bounded", permissionsBoundary = managed.Outputs["arn"] });
        await program.RegisterAsync("aws:iam/userPolicy:UserPolicy", "expected", new { user = "expected-in-the-account", policy });
        await program.RegisterAsync("aws:iam/user:User", "renamed", new { name = $"user-{word}" });

        var user = (await program.RegisterAsync("aws:iam/user:User", "ci", new { name = "ci" })).Output("name");
        var userName = user;
        await program.RegisterAsync("aws:iam/userPolicyAttachment:UserPolicyAttachment", "user-attached", new { user, policyArn });
        await program.RegisterAsync(
            "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", "user-attached-alone", new { userName, policyArns });
        await program.RegisterAsync(
            "aws:iam/userPoliciesExclusive:UserPoliciesExclusive", "user-inline-alone", new { userName, policyNames = List() });
        var key = new { user, status = isChanged ? "Inactive" : "Active" };
        keys.Add((await program.RegisterAsync("aws:iam/accessKey:AccessKey", "key", key)).Id);
        if (isChanged)
        {
            keys.Add((await program.RegisterAsync("aws:iam/accessKey:AccessKey", "key-2", new { user })).Id);
        }

        var goal = new { name = "secret", description = word, recoveryWindowInDays = 0.0, tags = Tags(word) };
        var secret = (await program.RegisterAsync("aws:secretsmanager/secret:Secret", "secret", goal)).Output("arn");
        var value = new { secretId = secret, secretString = word };
        await program.RegisterAsync("aws:secretsmanager/secretVersion:SecretVersion", "value", value);
        await program.RegisterAsync("aws:secretsmanager/secretPolicy:SecretPolicy", "readers", new { secretArn = secret, policy });
        var rotationRules = Map(("automaticallyAfterDays", isChanged ? 60.0 : 30.0));
        var rotationLambdaArn = $"arn:aws:lambda:us-east-1:123456789012:function:{word}";
        await program.RegisterAsync(
            "aws:secretsmanager/secretRotation:SecretRotation", "rotation", new { secretId = secret, rotationRules, rotationLambdaArn });
        await RegisterBucketAsync(program, word);

        var encryption = new { description = word, enableKeyRotation = isChanged, isEnabled = !isChanged, tags = Tags(word) };
        var keyId = (await program.RegisterAsync("aws:kms/key:Key", "encryption", encryption)).Output("keyId");
        await program.RegisterAsync("aws:kms/keyPolicy:KeyPolicy", "users", new { keyId, policy });
        await program.RegisterAsync("aws:kms/alias:Alias", "alias", new { name = "alias/encryption", targetKeyId = keyId });
        await RegisterTrailAsync(program, word);
        await RegisterAnalyzerAsync(program, word);
        await RegisterRepositoryAsync(program, word);
        await RegisterEndpointAsync(program, word);
    }

    private static async Task RegisterEndpointAsync(ProgramSession program, string word)
    {
        var policy = $$"""
            {"Version":"2012-10-17","Statement":[{"Sid":"{{word}}","Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}]}
            """;
        var routeTableIds = word == "changed" ? List("rtb-0a1b", "rtb-0c2d") : List("rtb-0a1b");
        await program.RegisterAsync(
            "aws:ec2/vpcEndpoint:VpcEndpoint", "endpoint",
            new { vpcId = "vpc-0a1b", serviceName = "com.amazonaws.us-east-1.s3", routeTableIds, policy, tags = Tags(word) });
    }

    private static async Task RegisterBucketAsync(ProgramSession program, string word)
    {
        // Names of buckets are unique in the emulator, whatever the account.
        var account = (string)(await program.InvokeAsync("aws:index/getCallerIdentity:getCallerIdentity"))["accountId"]!;
        var made = new { bucket = $"every-type-{account}", tags = Tags(word) };
        var bucket = (await program.RegisterAsync("aws:s3/bucket:Bucket", "bucket", made)).Output("bucket");
        await program.RegisterAsync(
            "aws:s3/bucketVersioning:BucketVersioning", "versions",
            new { bucket, versioningConfiguration = Map(("status", word == "changed" ? "Suspended" : "Enabled")) });
        var key = $"arn:aws:kms:us-east-1:{account}:key/{word}";
        await program.RegisterAsync(
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "encryption",
            new
            {
                bucket,
                rules = List(Map(
                    ("applyServerSideEncryptionByDefault", Map(("sseAlgorithm", "aws:kms"), ("kmsMasterKeyId", key))),
                    ("bucketKeyEnabled", true))),
            });
        await program.RegisterAsync(
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "public-access",
            new { bucket, blockPublicAcls = true, blockPublicPolicy = true, restrictPublicBuckets = word == "changed" });
        await program.RegisterAsync(
            "aws:s3/bucketOwnershipControls:BucketOwnershipControls", "ownership",
            new { bucket, rule = Map(("objectOwnership", word == "changed" ? "BucketOwnerEnforced" : "BucketOwnerPreferred")) });
        var policy = $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:GetObject",
            "Resource":"arn:aws:s3:::every-type-{{account}}/{{word}}/*"}]}
            """;
        await program.RegisterAsync("aws:s3/bucketPolicy:BucketPolicy", "bucket-policy", new { bucket, policy });
    }

    private static async Task RegisterRepositoryAsync(ProgramSession program, string word)
    {
        var made = new
        {
            name = "every/type",
            imageTagMutability = word == "changed" ? "IMMUTABLE" : "MUTABLE",
            imageScanningConfiguration = Map(("scanOnPush", word == "changed")),
            tags = Tags(word),
        };
        var repository = (await program.RegisterAsync("aws:ecr/repository:Repository", "repository", made)).Output("name");
        var policy = $$"""
            {"Version":"2012-10-17","Statement":[{"Sid":"{{word}}","Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage"}]}
            """;
        await program.RegisterAsync("aws:ecr/repositoryPolicy:RepositoryPolicy", "pulls", new { repository, policy });
    }

    private static async Task RegisterAnalyzerAsync(ProgramSession program, string word)
    {
        var made = new { analyzerName = "every-type", tags = Tags(word) };
        var analyzerName = (await program.RegisterAsync("aws:accessanalyzer/analyzer:Analyzer", "analyzer", made)).Output("analyzerName");
        var filters = List(Map(("criteria", "resource"), ("eqs", List($"arn:aws:s3:::{word}"))));
        await program.RegisterAsync(
            "aws:accessanalyzer/archiveRule:ArchiveRule", "meant", new { analyzerName, ruleName = "meant", filters });
    }

    private static async Task RegisterTrailAsync(ProgramSession program, string word)
    {
        var account = (string)(await program.InvokeAsync("aws:index/getCallerIdentity:getCallerIdentity"))["accountId"]!;
        var log = await program.RegisterAsync(
            "aws:s3/bucket:Bucket", "log", new { bucket = $"every-log-{account}", objectLockEnabled = true });
        var bucket = log.Output("bucket");
        var days = word == "changed" ? 8.0 : 7.0;
        await program.RegisterAsync(
            "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "lock",
            new { bucket, rule = Map(("defaultRetention", Map(("mode", "GOVERNANCE"), ("days", days)))) });
        var policy = $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},
            "Action":"s3:PutObject","Resource":"arn:aws:s3:::every-log-{{account}}/*"}]}
            """;
        var put = await program.RegisterAsync("aws:s3/bucketPolicy:BucketPolicy", "log-policy", new { bucket, policy });
        var trail = new
        {
            name = "every-type",
            s3BucketName = put.Output("bucket"),
            enableLogFileValidation = true,
            isMultiRegionTrail = word == "changed",
            kmsKeyId = $"arn:aws:kms:us-east-1:{account}:key/{word}",
            advancedEventSelectors = List(Map(
                ("name", word),
                ("fieldSelectors", List(Map(("field", "eventCategory"), ("equals", List("Management"))))))),
            tags = Tags(word),
        };
        await program.RegisterAsync("aws:cloudtrail/trail:Trail", "trail", trail);
    }

    private static ImmutableDictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);

    private static ImmutableDictionary<string, object?> Tags(string word) => ImmutableDictionary<string, object?>.Empty.Add("word", word);

    private static ImmutableArray<object?> List(params ImmutableArray<object?> items) => items;
}
