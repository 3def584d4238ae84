using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// A bucket of the stack's own account, by its name, whose data is for those alone who are named: over TLS 1.2 or later, encrypted, and
/// through an endpoint where one is set. Its policy gives nobody anything, and leaves the bucket's administration to whom the account lets.
/// </summary>
/// <remarks>Amazon S3 User Guide, "Security best practices for Amazon S3" and "Bucket policies for Amazon S3".</remarks>
internal sealed record GuardedBucketSettings
{
    /// <summary>
    /// Whether the stack makes it: with versions, encrypted, closed to the public, and without access control lists. Default: false, it is
    /// there.
    /// </summary>
    public bool Create { get; init; }

    /// <summary>
    /// What becomes of the policy that the bucket has already, which is this one's with it: it goes when the stack is destroyed. Default:
    /// null, a bucket that has a policy is a fault.
    /// </summary>
    public BucketPolicyAdoption? Adopt { get; init; }

    /// <summary>
    /// The ARNs of further roles and users that may use its data as far as their own policies let them, where <c>*</c> and <c>?</c> stand
    /// for any letters: beside the stack's own whose <c>buckets</c> name it. Default: none.
    /// </summary>
    [Format<RoleOrUserPattern>, ListOf("ARNs of roles and users")]
    public ImmutableArray<string> Principals { get; init; } = [];

    /// <summary>
    /// The ARNs of roles and users that may look it up as far as their own policies let them, from anywhere: Pulumi does so with a bucket
    /// that it has made. AWS checks that as a listing, so that they may see the keys in it. Default: none; needed with <c>create</c>.
    /// </summary>
    [Format<RoleOrUserPattern>, ListOf("ARNs of roles and users")]
    public ImmutableArray<string> Administrators { get; init; } = [];

    /// <summary>
    /// The KMS key that all that is written is encrypted with, by its ARN, or by its key in <c>keys</c>. In a bucket that the stack makes,
    /// who names no key gets this one; in any other, each write has to name it. Default: null, a key that S3 or KMS holds: who brings a key
    /// of its own writes nothing.
    /// </summary>
    [KeyOf(nameof(StackSettings.Keys)), Format<KmsKeyArn>]
    public string? KmsKey { get; init; }

    /// <summary>
    /// The VPC endpoints through which alone its data is to be had, by their ids, or by their keys in <c>endpoints</c>; jobs and notebooks
    /// have to run in their VPCs. Default: none, from anywhere.
    /// </summary>
    [KeyOf(nameof(StackSettings.Endpoints)), Format<VpcEndpointId>, ListOf("ids of VPC endpoints, or keys of endpoints")]
    public ImmutableArray<string> Endpoints { get; init; } = [];

    /// <summary>Whether Pulumi refuses to delete or replace the bucket that it has made. Default: true.</summary>
    public bool Protect { get; init; } = true;
}
