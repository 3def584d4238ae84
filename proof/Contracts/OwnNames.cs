using Proof.Parameters.Kinds;

namespace Proof.Contracts;

/// <summary>
/// Whether the names of a principal's rows are of the beginnings that the contract says are its own, and whether each beginning is used:
/// a row of another name proves nothing of what it is granted, and a beginning without a row is not proven at all.
/// </summary>
internal static class OwnNames
{
    /// <summary>What is wrong between the two.</summary>
    /// <param name="may">The rows of what the principal may do.</param>
    /// <param name="prefixes">The beginnings, each with its place.</param>
    public static IEnumerable<ContractFault> Faults(
        IReadOnlyCollection<ContractEntry> may, IReadOnlyCollection<(string Value, ContractPlace Place)> prefixes)
    {
        var names = (
            from task in may.OfType<TaskEntry>()
            from value in task.Values
            where task.Task.Parameters[value.Key].Kind is NameKind
            select (Name: value.Value, task.Place)).ToList();
        bool BeginsSo(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal);
        return
        [
            .. from name in names
               where !prefixes.Any(prefix => BeginsSo(name.Name, prefix.Value))
               select new ContractFault(
                   name.Place,
                   $"the name '{name.Name}'",
                   $"It begins with none of resourcePrefixes: {string.Join(", ", prefixes.Select(prefix => prefix.Value))}."),
            .. from prefix in prefixes
               where !names.Any(name => BeginsSo(name.Name, prefix.Value))
                   && !may.OfType<RequestEntry>().Any(request => request.On.Contains($"/{prefix.Value}", StringComparison.Ordinal))
               select new ContractFault(
                   prefix.Place, $"'{prefix.Value}'", "No row under may has a name that begins so: add one, or leave it out."),
        ];
    }
}
