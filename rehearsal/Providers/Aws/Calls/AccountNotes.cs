using System.Collections.Concurrent;

namespace Rehearsal.Providers.Aws.Calls;

/// <summary>What is kept beside the emulator of one account, as AWS knows it of its accounts and the emulator does not.</summary>
internal sealed class AccountNotes
{
    private readonly ConcurrentDictionary<Type, object> notes = new();

    /// <summary>The notes of one kind; there are none at first.</summary>
    public T Of<T>()
        where T : class, new() => (T)notes.GetOrAdd(typeof(T), _ => new T());
}
