using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rehearsal.Engine;

namespace Rehearsal.Life.Drift;

/// <summary>The access keys of a stack's users, deleted by hand, and then the users themselves.</summary>
/// <param name="resources">The resources of the stack.</param>
internal sealed partial class LostKeys(IReadOnlyList<ResourceState> resources)
{
    /// <summary>The keys, each deleted.</summary>
    public ImmutableArray<HandChange> Keys =>
    [
        .. AccessKeys.Select(key => new HandChange(
            $"key {Generation(key)} of user {User(key)} deleted", key, () => key.Provider!.DeleteAsync(key))
        {
            IsToldBy = error => Names(error, key) && !error.Contains("nor is its user", StringComparison.Ordinal),
        }),
    ];

    /// <summary>The users, each deleted with all that it has; their keys are deleted already.</summary>
    public ImmutableArray<HandChange> Users =>
    [
        // One that was taken over, and is gone, is not to be taken over again: that is refused for itself.
        .. from key in AccessKeys.DistinctBy(User)
           let user = resources.OfAws("iam/user:User").Single(user => user.Id == User(key))
           where user.Goal.ImportId.Length == 0
           select new HandChange($"user {user.Id} deleted", user, () => DeleteAsync(user))
           {
               IsToldBy = error => Names(error, key) && error.Contains("nor is its user", StringComparison.Ordinal),
           },
    ];

    private IEnumerable<ResourceState> AccessKeys => resources.OfAws("iam/accessKey:AccessKey");

    /// <summary>Where the deployer that an access key is of stands in the configuration.</summary>
    public static string Path(ResourceState key) => $"deployers.{KeyName().Match(Urn.Name(key.Urn)).Groups["entry"].Value}";

    /// <summary>The configuration with a new generation for each key that is lost.</summary>
    public ProgramConfig WithNewGenerations(ProgramConfig config)
    {
        var name = config.Values.Keys.Single(key => key.EndsWith(":deployers", StringComparison.Ordinal));
        var deployers = JsonNode.Parse(config.Values[name])!;
        foreach (var ofUser in AccessKeys.GroupBy(Path))
        {
            var deployer = deployers[ofUser.Key.Split('.')[1]]!;
            var accessKey = deployer["accessKey"]?.DeepClone() ?? new JsonObject();
            accessKey["generation"] = ofUser.Max(Generation) + 1;
            accessKey["previous"] = "gone";
            deployer["accessKey"] = accessKey;
        }

        return config with { Values = config.Values.SetItem(name, deployers.ToJsonString()) };
    }

    private static int Generation(ResourceState key) =>
        int.Parse(KeyName().Match(Urn.Name(key.Urn)).Groups["generation"].Value, CultureInfo.InvariantCulture);

    private static string User(ResourceState key) => key.Goal.Inputs.Text("user")!;

    private static bool Names(string error, ResourceState key) =>
        error.Contains($"{Path(key)}.accessKey: ", StringComparison.Ordinal)
        && error.Contains("not there any more", StringComparison.Ordinal);

    // IAM deletes no user that has something yet.
    private async Task DeleteAsync(ResourceState user)
    {
        var has = resources.OfAws("").Where(state => state.Goal.Inputs.Text("user") == user.Id).Except(AccessKeys);
        foreach (var state in has.Append(user))
        {
            await state.Provider!.DeleteAsync(state).ConfigureAwait(false);
        }
    }

    [GeneratedRegex("^(?<entry>.+)-access-key-(?<generation>[0-9]+)$")]
    private static partial Regex KeyName();
}
