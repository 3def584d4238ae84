using System.Collections.Immutable;
using Rehearsal.Providers.Aws.AccessAnalyzer;
using Rehearsal.Providers.Aws.CloudTrail;
using Rehearsal.Providers.Aws.Ec2;
using Rehearsal.Providers.Aws.Ecr;
using Rehearsal.Providers.Aws.Iam;
using Rehearsal.Providers.Aws.Kms;
using Rehearsal.Providers.Aws.S3;
using Rehearsal.Providers.Aws.SecretsManager;

namespace Rehearsal.Providers.Aws;

/// <summary>The types of resource of AWS that can be rehearsed.</summary>
internal static class ResourceTypes
{
    /// <summary>All of them, in the order in which what an account holds is listed.</summary>
    public static ImmutableArray<IResourceType> All { get; } =
    [
        new Role(),
        new User(),
        new Policy(),
        new InstanceProfile(),
        new OpenIdConnectProvider(),
        new Secret(),
        new Bucket(),
        new Trail(),
        new Repository(),
        new Analyzer(),
        new VpcEndpoint(),
        new AccessKey(),
        ExclusiveInlinePolicies.OfRole,
        ExclusiveInlinePolicies.OfUser,
        ExclusivePolicyAttachments.ToRole,
        ExclusivePolicyAttachments.ToUser,
        InlinePolicy.OfRole,
        InlinePolicy.OfUser,
        PolicyAttachment.ToRole,
        PolicyAttachment.ToUser,
        new ArchiveRule(),
        new BucketEncryption(),
        new BucketObjectLock(),
        new BucketOwnershipControls(),
        new BucketPolicy(),
        new BucketPublicAccessBlock(),
        new BucketVersioning(),
        new RepositoryPolicy(),
        new SecretPolicy(),
        new SecretRotation(),
        new SecretVersion(),
        new Key(),
        new Alias(),
        new KeyPolicy(),
    ];

    private static readonly ImmutableDictionary<string, IResourceType> ByToken = All.ToImmutableDictionary(type => type.Token);

    /// <summary>The type of a token that is one of a type here.</summary>
    public static IResourceType Find(string token) => ByToken[token];
}
