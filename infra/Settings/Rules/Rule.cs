using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>What must hold of one kind of record beyond what its properties declare.</summary>
internal interface IRule
{
    /// <summary>Reports what is wrong with a record, if it is of the rule's kind.</summary>
    /// <param name="record">The record.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="stack">All that the configuration says.</param>
    void Check(object record, SettingsNode at, StackSettings stack);
}

/// <inheritdoc cref="IRule"/>
/// <remarks>It holds in every account, so that it is checked before AWS is asked which one the stack stands in.</remarks>
internal abstract class Rule<T> : IRule
{
    /// <inheritdoc/>
    public void Check(object record, SettingsNode at, StackSettings stack)
    {
        if (record is T settings)
        {
            Check(settings, at, stack);
        }
    }

    /// <inheritdoc cref="IRule.Check"/>
    protected abstract void Check(T settings, SettingsNode at, StackSettings stack);
}
