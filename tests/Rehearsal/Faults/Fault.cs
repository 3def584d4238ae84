namespace SageMakerIam.Tests.Rehearsal.Faults;

/// <summary>What may go wrong with a call on its way to AWS and back.</summary>
public enum Fault
{
    /// <summary>HTTP 503 without a word, and nothing done.</summary>
    Unavailable,

    /// <summary>The connection is reset, and nothing done.</summary>
    Reset,

    /// <summary>The call is throttled, and nothing done.</summary>
    Throttled,

    /// <summary>The caller may not make the call, and nothing is done.</summary>
    Denied,

    /// <summary>No answer ever comes, and nothing is done.</summary>
    Silence,

    /// <summary>The call is done, and the connection is reset in place of an answer.</summary>
    LostAnswer,

    /// <summary>The call is done, and the connection is reset in the middle of the answer.</summary>
    HalfAnswer,

    /// <summary>The call is done, and the answer is HTTP 500, InternalFailure.</summary>
    DoneAndFailed,

    /// <summary>An answer with status 200 that is not AWS's, as a portal in between gives it.</summary>
    NotOfAws,
}
