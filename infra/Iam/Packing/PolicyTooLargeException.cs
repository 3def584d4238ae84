namespace SageMakerIam.Iam.Packing;

/// <summary>What a principal may do is more than IAM holds for one principal.</summary>
internal sealed class PolicyTooLargeException : Exception
{
    internal PolicyTooLargeException(int size, int left, PolicyQuota quota, Statement largest, int largestSize)
        : base(
            $"its policies take {size:N0} characters, {left:N0} more than IAM holds for it: "
            + $"{quota.Inline:N0} inline and {quota.ManagedPolicies} managed policies of {PolicyQuota.ManagedPolicy:N0}")
    {
        Remedy = "Split it into several entries that each name some of its buckets, repositories or roles; "
            + $"most is taken by {largest.Sid} ({largestSize:N0} characters, {largest.Resources.Length:N0} resources)";
    }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }
}
