using Rehearsal.Engine;
using Rehearsal.Resources.Iam;
using Rehearsal.Resources.Random;
using Rehearsal.Resources.SecretsManager;

namespace Rehearsal.Resources;

/// <summary>The types of resource that can be rehearsed.</summary>
internal static class ResourceTypes
{
    private static readonly Dictionary<string, IResourceType> ByToken = new IResourceType[]
    {
        new AccessKey(),
        ExclusiveInlinePolicies.OfRole,
        ExclusiveInlinePolicies.OfUser,
        ExclusivePolicyAttachments.ToRole,
        ExclusivePolicyAttachments.ToUser,
        new InstanceProfile(),
        InlinePolicy.OfRole,
        InlinePolicy.OfUser,
        new OpenIdConnectProvider(),
        new Policy(),
        PolicyAttachment.ToRole,
        PolicyAttachment.ToUser,
        new Role(),
        new User(),
        new Secret(),
        new SecretPolicy(),
        new SecretVersion(),
        new RandomId(),
        RandomText.Password,
        RandomText.String,
        new RandomUuid(),
    }.ToDictionary(type => type.Token);

    /// <summary>Finds a type by its token.</summary>
    /// <exception cref="EngineException">The type cannot be rehearsed.</exception>
    public static IResourceType Find(string token) => ByToken.GetValueOrDefault(token)
        ?? throw new EngineException(
            $"resources of type {token} cannot be rehearsed. The known types are "
            + $"{string.Join(", ", ByToken.Keys.Order(StringComparer.Ordinal))}");
}
