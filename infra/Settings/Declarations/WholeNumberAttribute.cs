namespace SageMakerIam.Settings.Declarations;

/// <summary>The bounds of a whole number.</summary>
/// <param name="least">The least that is allowed.</param>
/// <param name="most">The most that is allowed.</param>
/// <param name="unit">What is counted, for messages.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WholeNumberAttribute(int least, int most, string unit) : Attribute
{
    /// <summary>The least that is allowed.</summary>
    public int Least => least;

    /// <summary>The most that is allowed.</summary>
    public int Most => most;

    /// <summary>What is counted, for messages.</summary>
    public string Unit => unit;
}
