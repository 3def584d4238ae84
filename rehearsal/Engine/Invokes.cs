using System.Collections.Immutable;
using Pulumirpc;
using Rehearsal.Aws;
using Grpc.Core;
using Wire;

namespace Rehearsal.Engine;

/// <summary>The functions of the AWS provider, and of the engine, that can be rehearsed.</summary>
internal static class Invokes
{
    /// <summary>Calls a function.</summary>
    /// <param name="update">The update that the program calls from.</param>
    /// <param name="request">The call.</param>
    /// <exception cref="RpcException">The function is not known, or AWS refused.</exception>
    public static async Task<ResourceInvokeResponse> CallAsync(Update update, ResourceInvokeRequest request)
    {
        try
        {
            var aws = update.ClientFor(request.Provider);
            var result = request.Tok switch
            {
                "aws:iam/getAccessKeys:getAccessKeys" => await AccessKeysAsync(aws, (string)PropertyEncoding.Decode(request.Args)["user"]!).ConfigureAwait(false),
                "aws:index/getCallerIdentity:getCallerIdentity" => await CallerIdentityAsync(aws).ConfigureAwait(false),
                "aws:index/getPartition:getPartition" => Partition(aws.Target),
                "aws:index/getRegion:getRegion" => Region(aws.Target),
                "pulumi:pulumi:readStackResourceOutputs" => PropertyMap.Of(("outputs", update.ReadResources().Values)),
                _ => throw new EngineException($"the function {request.Tok} cannot be rehearsed"),
            };
            return new ResourceInvokeResponse { Return = PropertyEncoding.Encode(result.Values) };
        }
        catch (AwsException refused)
        {
            // The provider has words of its own for what it does not find.
            throw update.Refuse(request.Tok, refused.IsNotFound ? $"couldn't find resource: {refused.Message}" : refused.Message);
        }
        catch (EngineException unknown)
        {
            throw update.Fail(request.Tok, unknown.Message);
        }
    }

    private static async Task<PropertyMap> AccessKeysAsync(AwsClient aws, string user)
    {
        var keys = await aws.IamAsync("ListAccessKeys", new { UserName = user }).ConfigureAwait(false);
        return PropertyMap.Of(
            ("accessKeys", keys["AccessKeyMetadata"]!.AsArray().Select(key => (object?)PropertyMap.Of(
                ("accessKeyId", (string?)key!["AccessKeyId"]),
                ("createDate", (string?)key["CreateDate"]),
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
        var suffix = DnsSuffix(target);
        return PropertyMap.Of(
            ("dnsSuffix", suffix),
            ("id", target.Partition),
            ("partition", target.Partition),
            ("reverseDnsPrefix", string.Join('.', suffix.Split('.').Reverse())));
    }

    private static PropertyMap Region(AwsTarget target) => PropertyMap.Of(
        ("description", target.Region),
        ("endpoint", $"ec2.{target.Region}.{DnsSuffix(target)}"),
        ("id", target.Region),
        ("name", target.Region),
        ("region", target.Region));

    private static string DnsSuffix(AwsTarget target) => target.Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}
