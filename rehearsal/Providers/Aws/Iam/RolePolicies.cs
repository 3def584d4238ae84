using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// The policies that a role has, whoever gave them to it, as its outputs tell them. The provider sees them whenever it reads the role, and
/// compares them with nothing: they are the program's only where it says so.
/// </summary>
/// <param name="Inline">The inline policies, each with its name and document.</param>
/// <param name="ManagedArns">The ARNs of the managed ones.</param>
internal sealed record RolePolicies(ImmutableArray<object?> Inline, ImmutableArray<object?> ManagedArns)
{
    /// <summary>Reads them; the calls are not counted with those that make the stack what it is.</summary>
    public static async Task<RolePolicies> OfAsync(AwsClient aws, string role)
    {
        ArgumentNullException.ThrowIfNull(aws);
        var attached = aws.LookIntoIamAsync("ListAttachedRolePolicies", new { RoleName = role });
        var inline = await aws.LookIntoIamAsync("ListRolePolicies", new { RoleName = role }).ConfigureAwait(false);
        var documents = await Task.WhenAll(inline["PolicyNames"]!.AsArray().Select(
            name => aws.LookIntoIamAsync("GetRolePolicy", new { RoleName = role, PolicyName = (string)name! }))).ConfigureAwait(false);
        var managed = (await attached.ConfigureAwait(false))["AttachedPolicies"]!.AsArray();
        return new RolePolicies(
            [
                .. documents.Select(policy => (object?)PropertyMap.Of(
                    ("name", (string)policy["PolicyName"]!),
                    ("policy", PolicyDocument.VersionFirst(PolicyDocument.Decode((string)policy["PolicyDocument"]!)))).Values),
            ],
            [.. managed.Select(policy => (object?)(string)policy!["PolicyArn"]!)]);
    }
}
