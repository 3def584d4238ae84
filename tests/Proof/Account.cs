using System.Text.Json.Nodes;

namespace SageMakerIam.Tests.Proof;

/// <summary>An account with identities, as GetAccountAuthorizationDetails says of it.</summary>
internal sealed class Account(string number = "123456789012")
{
    private readonly JsonObject details = new()
    {
        ["UserDetailList"] = new JsonArray(),
        ["GroupDetailList"] = new JsonArray(),
        ["RoleDetailList"] = new JsonArray(),
        ["Policies"] = new JsonArray(),
    };

    public JsonNode Details => details;

    /// <summary>Adds a user; each statement is JSON.</summary>
    public Account User(string name, string? statements = null, string? group = null, string? boundary = null, string? attached = null)
    {
        var user = Identity("user", "User", name, statements, boundary, attached);
        user["GroupList"] = group is null ? [] : new JsonArray(group);
        details["UserDetailList"]!.AsArray().Add(user);
        return this;
    }

    /// <summary>Adds a role.</summary>
    public Account Role(string name, string trust, string? statements = null)
    {
        var role = Identity("role", "Role", name, statements, null, null);
        role["AssumeRolePolicyDocument"] = Document(trust);
        details["RoleDetailList"]!.AsArray().Add(role);
        return this;
    }

    /// <summary>Adds a group with an inline policy.</summary>
    public Account Group(string name, string statements)
    {
        details["GroupDetailList"]!.AsArray()
            .Add(new JsonObject { ["GroupName"] = name, ["Arn"] = Arn($"group/{name}"), ["GroupPolicyList"] = Inline(statements) });
        return this;
    }

    /// <summary>Adds a managed policy.</summary>
    public Account Policy(string name, string statements)
    {
        details["Policies"]!.AsArray().Add(new JsonObject
        {
            ["Arn"] = Arn($"policy/{name}"),
            ["PolicyVersionList"] = new JsonArray(new JsonObject { ["IsDefaultVersion"] = true, ["Document"] = Document(statements) }),
        });
        return this;
    }

    private JsonObject Identity(string kind, string word, string name, string? statements, string? boundary, string? attached) => new()
    {
        [$"{word}Name"] = name,
        ["Arn"] = Arn($"{kind}/{name}"),
        [$"{word}PolicyList"] = statements is null ? [] : Inline(statements),
        ["AttachedManagedPolicies"] = attached is null
            ? []
            : new JsonArray(new JsonObject { ["PolicyName"] = attached, ["PolicyArn"] = Arn($"policy/{attached}") }),
        ["PermissionsBoundary"] = boundary is null ? null : new JsonObject { ["PermissionsBoundaryArn"] = Arn($"policy/{boundary}") },
    };

    private string Arn(string resource) => $"arn:aws:iam::{number}:{resource}";

    private static JsonArray Inline(string statements) =>
        [new JsonObject { ["PolicyName"] = "inline", ["PolicyDocument"] = Document(statements) }];

    private static JsonNode Document(string statements) => JsonNode.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""")!;
}
