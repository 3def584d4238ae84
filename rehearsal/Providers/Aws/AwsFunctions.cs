using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.Providers.Aws.Iam;

namespace Rehearsal.Providers.Aws;

/// <summary>The functions of AWS's provider that can be rehearsed.</summary>
internal static class AwsFunctions
{
    private delegate Task<PropertyMap> Function(AwsClient aws, StandIns standIns, PropertyMap arguments);

    private static readonly ImmutableDictionary<string, Function> ByToken =
        ImmutableDictionary.CreateRange(new Dictionary<string, Function>
        {
            ["aws:ecr/getRepository:getRepository"] = (aws, _, arguments) => LookUps.RepositoryAsync(aws, arguments),
            ["aws:iam/getAccessKeys:getAccessKeys"] = (aws, _, arguments) => AccessKeysAsync(aws, arguments.Text("user")!),
            ["aws:iam/getInstanceProfile:getInstanceProfile"] = (aws, _, arguments) => LookUps.InstanceProfileAsync(aws, arguments),
            ["aws:iam/getOpenIdConnectProvider:getOpenIdConnectProvider"] = (aws, _, arguments) => LookUps.IssuerAsync(aws, arguments),
            ["aws:iam/getPolicy:getPolicy"] = LookUps.PolicyAsync,
            ["aws:iam/getRole:getRole"] = LookUps.RoleAsync,
            ["aws:iam/getUser:getUser"] = LookUps.UserAsync,
            ["aws:index/getCallerIdentity:getCallerIdentity"] = (aws, _, _) => CallerIdentityAsync(aws),
            ["aws:index/getPartition:getPartition"] = (aws, _, _) => Task.FromResult(Partition(aws.Target)),
            ["aws:index/getRegion:getRegion"] = (aws, _, _) => Task.FromResult(Region(aws.Target)),
            ["aws:kms/getAlias:getAlias"] = (aws, _, arguments) => LookUps.AliasAsync(aws, arguments),
            ["aws:kms/getKey:getKey"] = (_, standIns, arguments) => Task.FromResult(LookUps.Key(standIns, arguments)),
            ["aws:s3/getBucket:getBucket"] = LookUps.BucketAsync,
            ["aws:s3/getBucketPolicy:getBucketPolicy"] = (aws, _, arguments) => LookUps.BucketPolicyAsync(aws, arguments),
            ["aws:secretsmanager/getSecret:getSecret"] = LookUps.SecretAsync,
        });

    /// <summary>Their tokens.</summary>
    public static IReadOnlySet<string> Tokens { get; } = ByToken.Keys.ToImmutableHashSet();

    /// <summary>Calls one.</summary>
    /// <param name="token">Its token.</param>
    /// <param name="aws">A client of the provider's account.</param>
    /// <param name="standIns">What is stood in for what it asks for.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="ProviderException">AWS refused.</exception>
    public static async Task<PropertyMap> CallAsync(string token, AwsClient aws, StandIns standIns, PropertyMap arguments)
    {
        try
        {
            return await ByToken[token](aws, standIns, arguments).ConfigureAwait(false);
        }
        catch (AwsException missing) when (missing.IsNotFound)
        {
            // The provider has words of its own for what it does not find.
            throw new ProviderException($"couldn't find resource: {missing.Message}");
        }
    }

    private static async Task<PropertyMap> AccessKeysAsync(AwsClient aws, string user)
    {
        var keys = await aws.IamAsync("ListAccessKeys", new { UserName = user }).ConfigureAwait(false);
        return PropertyMap.Of(
            ("accessKeys", keys["AccessKeyMetadata"]!.AsArray().Select(key => (object?)PropertyMap.Of(
                ("accessKeyId", (string?)key!["AccessKeyId"]),
                ("createDate", AwsDate.ToText(key["CreateDate"])),
                ("status", (string?)key["Status"])).Values).ToImmutableArray()),
            ("id", user),
            ("user", user));
    }

    private static async Task<PropertyMap> CallerIdentityAsync(AwsClient aws)
    {
        var identity = await aws.StsAsync("GetCallerIdentity", new { }).ConfigureAwait(false);
        var account = (string?)identity["Account"];
        return PropertyMap.Of(
            ("accountId", account),
            ("arn", (string?)identity["Arn"]),
            ("id", account),
            ("userId", (string?)identity["UserId"]));
    }

    private static PropertyMap Partition(AwsTarget target)
    {
        var suffix = target.DnsSuffix;
        return PropertyMap.Of(
            ("dnsSuffix", suffix),
            ("id", target.Partition),
            ("partition", target.Partition),
            ("reverseDnsPrefix", string.Join('.', suffix.Split('.').Reverse())));
    }

    private static PropertyMap Region(AwsTarget target) => PropertyMap.Of(
        ("description", target.Region),
        ("endpoint", $"ec2.{target.Region}.{target.DnsSuffix}"),
        ("id", target.Region),
        ("name", target.Region),
        ("region", target.Region));
}
