using System.Collections.Immutable;
using System.Reflection;

namespace SageMakerIam.Settings.Reading.Kinds;

/// <summary>A list whose items are all different.</summary>
/// <param name="item">What its items are.</param>
/// <param name="itemType">The type that its items are read as.</param>
/// <param name="items">The items, in words that complete "a list of …"; null where they are words of a vocabulary.</param>
/// <param name="notEmpty">Whether it has one item or more.</param>
/// <param name="orOne">Whether one item may stand there without the list around it.</param>
internal sealed class ListKind(SettingKind item, Type itemType, string? items, bool notEmpty, bool orOne) : SettingKind
{
    private static readonly MethodInfo ToList = typeof(ListKind).GetMethod(nameof(Cast), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>What its items are.</summary>
    public SettingKind Item => item;

    /// <summary>Whether it has one item or more.</summary>
    public bool NotEmpty => notEmpty;

    /// <summary>Whether one item may stand there without the list around it.</summary>
    public bool OrOne => orOne;

    /// <inheritdoc/>
    public override string Expected(SettingsNode at) => items is not null
        ? $"a list of {items}"
        : $"a list of: {((WordKind)item).Vocabulary}";

    /// <inheritdoc/>
    public override object? Read(SettingsNode node)
    {
        if (orOne && !node.IsList)
        {
            return item.Read(node) is { } one ? ToList.MakeGenericMethod(itemType).Invoke(null, [new[] { one }]) : null;
        }

        if (!node.IsList)
        {
            node.Report($"Expected {Expected(node)}");
            return null;
        }

        var nodes = node.Items();
        if (notEmpty && nodes.IsEmpty)
        {
            var expected = items is null ? $"one or more of: {((WordKind)item).Vocabulary}" : Expected(node);
            node.Report("an empty list", $"Expected {expected}");
            return null;
        }

        var read = nodes.Select(at => (At: at, Value: item.Read(at))).Where(read => read.Value is not null).ToImmutableArray();
        foreach (var repeated in read.GroupBy(read => read.Value).SelectMany(same => same.Skip(1)))
        {
            repeated.At.Report("It stands in the list already; each may stand there once");
        }

        return ToList.MakeGenericMethod(itemType).Invoke(null, [read.Select(read => read.Value!)]);
    }

    private static ImmutableArray<T> Cast<T>(IEnumerable<object> values) => [.. values.Cast<T>()];
}
