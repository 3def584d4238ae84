using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Plan.LookUps;

/// <summary>What is wrong with managed policies that a stack file names, by what they say.</summary>
internal static class Objections
{
    // By any of them, on everybody, its holder gives itself what it likes, or becomes whoever has it: each with what it is done to.
    // sts:AssumeRole is none: whom it makes its holder, each role's own trust says.
    private static readonly ImmutableArray<(string Action, string On)> Escalations =
    [
        ("iam:AttachUserPolicy", "user"), ("iam:AttachGroupPolicy", "group"), ("iam:AttachRolePolicy", "role"),
        ("iam:PutUserPolicy", "user"), ("iam:PutGroupPolicy", "group"), ("iam:PutRolePolicy", "role"),
        ("iam:CreatePolicyVersion", "policy"), ("iam:SetDefaultPolicyVersion", "policy"), ("iam:AddUserToGroup", "group"),
        ("iam:CreateAccessKey", "user"), ("iam:CreateLoginProfile", "user"), ("iam:UpdateLoginProfile", "user"),
        ("iam:UpdateAssumeRolePolicy", "role"),
    ];

    /// <summary>What is wrong with a policy as that of an identity, words behind its name; null where nothing is.</summary>
    /// <remarks>pathfinding.cloud, the methods that need one permission of IAM.</remarks>
    public static string? ToHolding(GivenPolicy policy, AwsAccount account)
    {
        var escalation = Escalations.FirstOrDefault(
            method => policy.Allows(method.Action, account.Global("iam", $"{method.On}/SomebodyElse")));
        return escalation is (null, _)
            ? null
            : $"a policy that allows {escalation.Action} on every {escalation.On}: whoever has it can become an administrator";
    }

    /// <summary>What is wrong with a policy as a permissions boundary, words behind its name; null where nothing is.</summary>
    public static string? ToBounding(GivenPolicy policy) =>
        policy.AllowsEverything ? "a policy that allows everything: as a boundary it bounds nothing" : null;
}
