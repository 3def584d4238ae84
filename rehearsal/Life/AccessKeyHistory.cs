using System.Collections.Immutable;
using Rehearsal.Providers.Aws.Iam;

namespace Rehearsal.Life;

/// <summary>
/// The access keys of users over the updates of a rehearsal. From its first active key on, a user has an active key
/// after every call, and never a third key, until the user itself is deleted.
/// </summary>
internal sealed class AccessKeyHistory
{
    private const int KeysPerUser = 2;

    private readonly HashSet<string> working = [];

    /// <summary>Follows one update; answers what broke the rule, in words.</summary>
    public ImmutableArray<string> Follow(ImmutableArray<AccessKeySighting> sightings)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        foreach (var ofUser in sightings.GroupBy(sighting => sighting.User))
        {
            var isDeleted = ofUser.Last().Active is null;
            foreach (var sighting in ofUser)
            {
                if (sighting.Active + sighting.Inactive > KeysPerUser)
                {
                    faults.Add($"After {sighting.Call}, {sighting.User} has a third access key: {sighting}.");
                }

                if (sighting.Active == 0 && working.Contains(sighting.User) && !isDeleted)
                {
                    faults.Add($"After {sighting.Call}, {sighting.User} has no active access key: {sighting}.");
                }

                if (sighting.Active > 0)
                {
                    working.Add(sighting.User);
                }
            }

            if (isDeleted)
            {
                working.Remove(ofUser.Key);
            }
        }

        return faults.ToImmutable();
    }
}
