using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>What must hold of one kind of record in the account that the stack stands in.</summary>
internal interface IAccountRule
{
    /// <summary>Reports what is wrong with a record, if it is of the rule's kind.</summary>
    /// <param name="record">The record.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="stack">All that the configuration says.</param>
    /// <param name="account">The account.</param>
    void Check(object record, SettingsNode at, StackSettings stack, AwsAccount account);
}

/// <inheritdoc cref="IAccountRule"/>
internal abstract class AccountRule<T> : IAccountRule
{
    /// <inheritdoc/>
    public void Check(object record, SettingsNode at, StackSettings stack, AwsAccount account)
    {
        if (record is T settings)
        {
            Check(settings, at, stack, account);
        }
    }

    /// <inheritdoc cref="IAccountRule.Check"/>
    protected abstract void Check(T settings, SettingsNode at, StackSettings stack, AwsAccount account);
}
