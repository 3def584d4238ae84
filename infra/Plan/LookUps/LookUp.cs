using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Aws.Ecr;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Kms;
using Pulumi.Aws.S3;
using Pulumi.Aws.SecretsManager;
using SageMakerIam.Iam;

namespace SageMakerIam.Plan.LookUps;

/// <summary>A question to AWS, before anything is touched: is something there that a stack file names?</summary>
/// <param name="Path">Where the stack file names it.</param>
/// <param name="Kind">What it is, in words: <c>a role</c>.</param>
/// <param name="Name">Its name, ARN or URL.</param>
/// <param name="Permission">The IAM action that answers.</param>
/// <param name="AskAsync">Asks AWS for it, and throws where it is not there.</param>
internal sealed record LookUp(string Path, string Kind, string Name, string Permission, Func<Task<Presence>> AskAsync)
{
    /// <summary>What is wrong with a policy of that name, words behind it, or null. Default: nothing is, whatever it says.</summary>
    public Func<GivenPolicy, string?> ObjectionTo { get; init; } = _ => null;

    // In the words of the provider, of IAM, KMS and Secrets Manager.
    private static readonly string[] Missing =
        ["couldn't find resource", "empty result", "NoSuchEntity", "NotFoundException", "ResourceNotFoundException"];

    public static LookUp Role(string path, string name) => new(
        path, "a role", name, "iam:GetRole", async () => new Presence((await GetRole.InvokeAsync(new GetRoleArgs { Name = name })).Arn));

    public static LookUp User(string path, string name) => new(
        path,
        "a user",
        name,
        "iam:GetUser",
        async () => new Presence((await GetUser.InvokeAsync(new GetUserArgs { UserName = name })).Arn));

    public static LookUp InstanceProfile(string path, string name) => new(
        path,
        "an instance profile",
        name,
        "iam:GetInstanceProfile",
        async () => new Presence((await GetInstanceProfile.InvokeAsync(new GetInstanceProfileArgs { Name = name })).Arn));

    public static LookUp ManagedPolicy(string path, string arn) => new(
        path,
        "a policy",
        arn,
        "iam:GetPolicy",
        async () =>
        {
            var found = await GetPolicy.InvokeAsync(new GetPolicyArgs { Arn = arn });
            return new Presence(found.Arn)
            {
                Policy = found.Policy is { Length: > 0 } document ? new GivenPolicy(JsonNode.Parse(document)!) : null,
            };
        });

    /// <summary>The identity provider of an issuer.</summary>
    /// <param name="path">Where the stack file names the issuer.</param>
    /// <param name="url">The issuer's URL.</param>
    public static LookUp Issuer(string path, string url) => new(
        path,
        "an identity provider",
        url,
        "iam:ListOpenIDConnectProviders",
        async () => new Presence((await GetOpenIdConnectProvider.InvokeAsync(new GetOpenIdConnectProviderArgs { Url = url })).Arn));

    /// <summary>A key of KMS. One that waits for its deletion is not there.</summary>
    /// <param name="path">Where the stack file names it.</param>
    /// <param name="arn">Its ARN, of any region.</param>
    public static LookUp Key(string path, string arn) => new(
        path,
        "a key",
        arn,
        "kms:DescribeKey",
        async () => new Presence((await GetKey.InvokeAsync(new GetKeyArgs { KeyId = arn, Region = Arn.Parse(arn)?.Region })).Arn));

    /// <summary>A secret in Secrets Manager.</summary>
    /// <param name="path">Where the stack file names it.</param>
    /// <param name="nameOrArn">Its name, or its ARN, of any account and region.</param>
    public static LookUp Secret(string path, string nameOrArn) => new(
        path,
        "a secret",
        nameOrArn,
        "secretsmanager:DescribeSecret",
        async () => new Presence((await GetSecret.InvokeAsync(
            Arn.Parse(nameOrArn) is { } arn
                ? new GetSecretArgs { Arn = nameOrArn, Region = arn.Region }
                : new GetSecretArgs { Name = nameOrArn })).Arn));

    /// <summary>A bucket.</summary>
    /// <param name="path">Where the stack file names it.</param>
    /// <param name="name">Its name.</param>
    public static LookUp Bucket(string path, string name) => new(
        path,
        "a bucket",
        name,
        "s3:ListBucket",
        async () => new Presence((await GetBucket.InvokeAsync(new GetBucketArgs { Bucket = name })).Arn));

    /// <summary>An alias of KMS.</summary>
    /// <param name="path">Where the stack file names it.</param>
    /// <param name="name">Its name, <c>alias/…</c>.</param>
    public static LookUp Alias(string path, string name) => new(
        path,
        "an alias",
        name,
        "kms:ListAliases",
        async () => new Presence((await GetAlias.InvokeAsync(new GetAliasArgs { Name = name })).Arn));

    /// <summary>A repository of ECR.</summary>
    /// <param name="path">Where the stack file names it.</param>
    /// <param name="name">Its name.</param>
    public static LookUp Repository(string path, string name) => new(
        path,
        "a repository",
        name,
        "ecr:DescribeRepositories",
        async () => new Presence((await GetRepository.InvokeAsync(new GetRepositoryArgs { Name = name })).Arn));

    /// <summary>What AWS answers.</summary>
    public async Task<Presence> AnswerAsync()
    {
        try
        {
            return await AskAsync();
        }
        catch (Exception refused) when (IsMissing(refused))
        {
            return Presence.Absent;
        }
        catch (Exception refused)
        {
            return new Presence(Arn: null, refused.Message);
        }
    }

    /// <summary>Warns of what could not be asked.</summary>
    /// <param name="answer">What AWS answered.</param>
    /// <param name="paths">Where the stack file names what was asked for.</param>
    public void WarnUnlessTold(Presence answer, IEnumerable<string> paths)
    {
        if (answer.Refusal is { } refusal)
        {
            Log.Warn(
                $"Whether there is {Kind} '{Name}', which {string.Join(" and ", paths)} names, "
                + $"cannot be told without {Permission}: {refusal}");
        }
    }

    /// <summary>Whether a call was refused since what it asks for is not there.</summary>
    public static bool IsMissing(Exception refused) =>
        Array.Exists(Missing, words => refused.Message.Contains(words, StringComparison.Ordinal));
}
