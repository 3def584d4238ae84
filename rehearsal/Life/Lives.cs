using System.Collections.Immutable;
using Rehearsal.StackFiles;

namespace Rehearsal.Life;

/// <summary>
/// Divides what the user named into lives, which are played one after the other, each in an account that holds nothing yet.
/// </summary>
internal static class Lives
{
    /// <summary>
    /// A stack file is an update of the stack that the life has of its project. A stack of another name begins a life of its own;
    /// a file that names no stack is a later state of the one before it. Stacks of several projects live together.
    /// </summary>
    /// <param name="arguments">What the user named.</param>
    /// <param name="asUpdates">Whether stacks of other names are updates, too.</param>
    public static ImmutableArray<ImmutableArray<StackArgument>> Of(IEnumerable<StackArgument> arguments, bool asUpdates)
    {
        var lives = new List<List<StackArgument>> { new() };
        foreach (var argument in arguments)
        {
            var known = lives[^1].Find(other => other.Project.Name == argument.Project.Name);
            if (!asUpdates && argument.IsNamed && known is not null && known.Stack != argument.Stack)
            {
                lives.Add([]);
            }

            lives[^1].Add(argument);
        }

        return [.. lives.Select(life => life.ToImmutableArray())];
    }
}
