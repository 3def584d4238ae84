using System.Text.Json;
using System.Text.Json.Nodes;

namespace Proof;

/// <summary>What GetAccountAuthorizationDetails says of one account or several.</summary>
public sealed class AuthorizationDetails
{
    /// <summary>Wraps answers of GetAccountAuthorizationDetails, one an account.</summary>
    public AuthorizationDetails(params IEnumerable<JsonNode> accounts)
    {
        Accounts = [.. accounts];
        Identities =
        [
            .. Accounts.SelectMany(account => List(account, "UserDetailList", "UserName", "user")
                .Concat(List(account, "RoleDetailList", "RoleName", "role"))),
        ];
    }

    /// <summary>
    /// Whether the accounts are real ones, which hold more than the stack's own and what stands in for the rest. Default: false.
    /// </summary>
    public bool IsLive { get; init; }

    /// <summary>The answers.</summary>
    public IReadOnlyList<JsonNode> Accounts { get; }

    /// <summary>The users and roles.</summary>
    public IReadOnlyList<AccountIdentity> Identities { get; }

    /// <summary>Reads what <c>aws iam get-account-authorization-details</c> printed, one file an account.</summary>
    /// <exception cref="InvalidDetailsException">A file cannot be read, or is something else.</exception>
    public static AuthorizationDetails Read(params IEnumerable<string> files) => new([.. files.Select(ReadAccount)]) { IsLive = true };

    private static JsonNode ReadAccount(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) is JsonObject account && account.ContainsKey("RoleDetailList")
                ? account
                : throw new InvalidDetailsException(file, "no RoleDetailList in it");
        }
        catch (JsonException exception)
        {
            throw new InvalidDetailsException(file, $"no JSON: {exception.Message}");
        }
        catch (IOException exception)
        {
            throw new InvalidDetailsException(file, exception.Message);
        }
    }

    private static IEnumerable<AccountIdentity> List(JsonNode account, string list, string name, string kind) =>
        (account[list]?.AsArray() ?? []).Select(item => new AccountIdentity(
            (string)item![name]!, (string)item["Arn"]!, kind, (string?)item["PermissionsBoundary"]?["PermissionsBoundaryArn"])
            {
                InstanceProfiles = [.. (item["InstanceProfileList"] as JsonArray ?? []).Select(profile => (string)profile!["Arn"]!)],
            });
}

/// <summary>A user or role of an account.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Kind"><c>user</c> or <c>role</c>.</param>
/// <param name="Boundary">The ARN of its permissions boundary; null where it has none.</param>
public sealed record AccountIdentity(string Name, string Arn, string Kind, string? Boundary)
{
    /// <summary>The ARNs of the instance profiles that hold it. Default: none.</summary>
    public IReadOnlyList<string> InstanceProfiles { get; init; } = [];
}
