using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// The quotas of IAM that span several calls, which the emulator does not know
/// (IAM User Guide, "IAM and AWS STS quotas").
/// </summary>
internal sealed class IamQuotas
{
    private const int ManagedPoliciesPerPrincipal = 10;

    private readonly ConcurrentDictionary<string, ImmutableDictionary<string, int>> inlineSizes = new();
    private readonly ConcurrentDictionary<string, ImmutableHashSet<string>> attached = new();

    /// <summary>Notes an inline policy.</summary>
    /// <exception cref="AwsException">The inline policies of the principal are larger together than IAM allows.</exception>
    public void PutInlinePolicy(IamPrincipal principal, string policyName, string document)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var size = PolicyDocument.Size(document);
        var sizes = inlineSizes.AddOrUpdate(
            principal.ToString(),
            _ => ImmutableDictionary<string, int>.Empty.Add(policyName, size),
            (_, known) => known.SetItem(policyName, size));
        if (sizes.Values.Sum() > principal.InlinePolicyQuota)
        {
            throw new AwsException(
                "LimitExceeded",
                $"Maximum policy size of {principal.InlinePolicyQuota} bytes exceeded for {principal} (its inline policies have "
                + $"{sizes.Values.Sum()} together)");
        }
    }

    /// <summary>Notes that an inline policy is gone.</summary>
    public void DeleteInlinePolicy(IamPrincipal principal, string policyName)
    {
        ArgumentNullException.ThrowIfNull(principal);
        inlineSizes.AddOrUpdate(
            principal.ToString(),
            ImmutableDictionary<string, int>.Empty,
            (_, known) => known.Remove(policyName));
    }

    /// <summary>Notes that a managed policy is attached.</summary>
    /// <exception cref="AwsException">More managed policies are attached to the principal than IAM allows.</exception>
    public void Attach(IamPrincipal principal, string policyArn)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var policies = attached.AddOrUpdate(principal.ToString(), _ => [policyArn], (_, known) => known.Add(policyArn));
        if (policies.Count > ManagedPoliciesPerPrincipal)
        {
            throw new AwsException(
                "LimitExceeded",
                $"Cannot exceed quota for PoliciesPer{principal.Kind}: {ManagedPoliciesPerPrincipal} ({principal} would have "
                + $"{policies.Count})");
        }
    }

    /// <summary>Notes that a managed policy is detached.</summary>
    public void Detach(IamPrincipal principal, string policyArn)
    {
        ArgumentNullException.ThrowIfNull(principal);
        attached.AddOrUpdate(principal.ToString(), [], (_, known) => known.Remove(policyArn));
    }
}
