using System.Collections.Immutable;

namespace Proof.Contracts;

/// <summary>What several teams of a stack may do to the same thing, by their contract.</summary>
/// <param name="Action">The action.</param>
/// <param name="Resources">The resources.</param>
/// <param name="Principals">Who may, as the contract names them.</param>
public sealed record SharedReach(string Action, IReadOnlyList<string> Resources, IReadOnlyList<string> Principals)
{
    // What AWS cannot tell apart, by the Service Authorization Reference, and the worst that one team can do to another by it. SageMaker
    // calls EC2 and CloudWatch Logs, and Step Functions calls EventBridge, as the role itself, so that aws:CalledVia is in none of these
    // requests; the EventBridge User Guide keeps events:ManagedBy from policies of one's own; no page of SageMaker's says whose account
    // ec2:AuthorizedUser would name, and AWS's policies bind no execution role by it or by ec2:AuthorizedService.
    private static readonly ImmutableArray<(string Beginning, string Why)> Reasons =
    [
        ("application-autoscaling:Describe", "the action knows no resource: each sees how the other's endpoints are scaled"),
        ("application-autoscaling:", "a target's id is random, and all have one namespace: each may change or end the "
            + "scaling of the other's endpoints, or set it off by an alarm of its own"),
        ("cloudwatch:PutMetricData", "a metric has no owner: each may write false values beside the other's, in the namespace of both"),
        ("ec2:Describe", "the action knows no resource: each sees the networks of the region"),
        ("ec2:", "an interface has no name: each may delete the other's in the subnet of both, or lend it to another account, which ends "
            + "the job that uses it"),
        ("ecr:GetAuthorizationToken", "the token is the registry's: it opens nothing by itself"),
        ("events:", "Step Functions has one rule for all jobs of a kind: each may point it elsewhere, and the other's jobs never end"),
        ("iam:CreateServiceLinkedRole", "the role is the account's: whoever is first makes it for both"),
        ("logs:DescribeLogStreams", "SageMaker has one log group for all jobs of a kind: each sees the names of the other's"),
        ("logs:", "SageMaker has one log group for all jobs of a kind, and does not say for which of them a role works: each may write "
            + "false lines into the other's logs"),
        ("sagemaker:List", "the action knows no resource: each sees the names of the other's, and no more"),
        ("s3:ListAllMyBuckets", "the action knows no resource: each sees the names of the other's buckets, and no more"),
    ];

    /// <summary>Why AWS cannot tell the teams apart here, and the worst that comes of it; else that the contract means it.</summary>
    public string Why =>
        Reasons.FirstOrDefault(reason => Action.StartsWith(reason.Beginning, StringComparison.Ordinal)).Why
        ?? $"the contract says so of both: {string.Join(", ", Resources)}";
}
