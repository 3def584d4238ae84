using System.Text.Json;
using Pulumi;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Policies.Controls;

namespace SageMakerIam.Components;

/// <summary>
/// The permissions boundaries of a stack: managed policies that are attached to nobody, and bound all that the stack makes.
/// </summary>
internal sealed class PermissionsBoundaries : ComponentResource
{
    private readonly SortedDictionary<BoundedKind, Output<string>> arns = [];
    private readonly AwsAccount account;

    /// <summary>Makes them.</summary>
    /// <param name="boundaries">The documents, each from the ARNs of the stack's keys.</param>
    /// <param name="keyArns">These ARNs.</param>
    /// <param name="account">The account that they are in.</param>
    public PermissionsBoundaries(
        IReadOnlyDictionary<BoundedKind, Func<OwnKeyArns, PolicyDocument>> boundaries, Output<OwnKeyArns> keyArns, AwsAccount account)
        : base("sagemaker-iam:index:PermissionsBoundaries", "boundaries")
    {
        this.account = account;
        foreach (var (kind, document) in boundaries)
        {
            var name = $"{NameOf(kind)}{BoundaryPolicy.NameEnd}";
            arns[kind] = ManagedPolicy.Create(name, keyArns.WhenMade(keys => document(keys).ToJson()), this, null, null).Arn.Made();
        }

        RegisterOutputs();
    }

    /// <summary>The ARNs, by the settings whose entries they bound.</summary>
    public IEnumerable<KeyValuePair<string, Output<string>>> Arns =>
        arns.Select(arn => KeyValuePair.Create(NameOf(arn.Key), arn.Value));

    /// <summary>What lets someone make roles with each of them alone, as JSON.</summary>
    public IEnumerable<KeyValuePair<string, Output<string>>> Delegations => Arns.Select(arn =>
        KeyValuePair.Create(arn.Key, arn.Value.Apply(value => BoundaryDelegation.Document(value, account).ToJson())));

    /// <summary>
    /// What bounds the entries of a kind that have no boundary of their own; null where none of the kind has anything to be bounded, as
    /// grants to principals of this account.
    /// </summary>
    public Output<string>? ArnOf(BoundedKind kind) => arns.GetValueOrDefault(kind);

    private static string NameOf(BoundedKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
