namespace Rehearsal.Engine;

/// <summary>What a run of the program is for.</summary>
internal enum UpdateCommand
{
    /// <summary>To make what it registers: <c>pulumi up</c>, and <c>pulumi preview</c>.</summary>
    Up,

    /// <summary>To see what is there, and make nothing: <c>pulumi refresh --run-program</c>.</summary>
    Refresh,

    /// <summary>To see what is there, and then delete it: <c>pulumi destroy --run-program</c>.</summary>
    Destroy,
}
